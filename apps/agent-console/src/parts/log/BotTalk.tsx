/** What the customer told the bot before the chat (T-63): as it came, it is the customer's page that writes it. */
export function BotTalk({ text }: { readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <section className="bot-talk" aria-label="Before the chat">
      <h3 className="part-title">Before the chat, with the bot</h3>
      <p className="chat-text" dir="auto">
        {text}
      </p>
    </section>
  );
}
