import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  untracked,
  viewChildren,
  ViewEncapsulation,
} from '@angular/core';
import { paneLabels, paneTabs, paneTitle, type PaneLabels } from '@offhook/core';
import { controlSignals } from './controlSignals.js';
import { OffhookPane } from './OffhookPane.js';
import { OffhookService } from './OffhookService.js';

let hosts = 0;

/**
 * The place on the page where panes are shown: as tabs, of which a new one is selected as it comes. It is empty while
 * there is no pane, and on a server. What is in it are bare elements with roles: a `tablist`, a `tabpanel` for each
 * open pane, and an `alert` for each popup that the browser has blocked. When it goes, the pages in it go too; the
 * panes stay open, and another host shows them.
 *
 * @example <offhook-pane-host />
 * @example <offhook-pane-host [labels]="{ panes: 'Fenster', close: 'Schließen' }" />
 */
@Component({
  selector: 'offhook-pane-host',
  imports: [OffhookPane],
  template: `
    @if (panes.tabs().length > 0) {
      <div role="tablist" [attr.aria-label]="words().panes">
        @for (pane of panes.tabs(); track pane.id) {
          <button
            #tab
            type="button"
            role="tab"
            [id]="idOf('tab', pane.id)"
            [attr.aria-controls]="idOf('panel', pane.id)"
            [attr.aria-selected]="pane.id === panes.selected()"
            [attr.tabindex]="pane.id === panes.selected() ? 0 : -1"
            (click)="panes.select(pane.id)"
            (keydown)="move($event)"
            [textContent]="titleOf(pane)"
          ></button>
        }
      </div>
      @for (pane of panes.tabs(); track pane.id) {
        <div
          role="tabpanel"
          [id]="idOf('panel', pane.id)"
          [attr.aria-labelledby]="idOf('tab', pane.id)"
          [hidden]="pane.id !== panes.selected()"
        >
          @if (pane.action === 'popup') {
            <p>{{ words().popup }}</p>
          } @else {
            <div [offhookPane]="pane.id"></div>
          }
          <button type="button" (click)="panes.close(pane.id)">{{ words().close }}</button>
        </div>
      }
    }
    @for (pane of panes.blocked(); track pane.id) {
      <div role="alert">
        <p>{{ titleOf(pane) }}</p>
        <button type="button" (click)="panes.open(pane.id)">{{ words().open }}</button>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
})
export class OffhookPaneHost {
  /** What it says, where that isn't core's English. */
  readonly labels = input<Partial<PaneLabels>>();

  readonly #client = inject(OffhookService).client;
  protected readonly panes = controlSignals(() => paneTabs(this.#client), undefined);
  protected readonly words = computed((): PaneLabels => ({ ...paneLabels, ...this.labels() }));
  protected readonly titleOf = paneTitle;

  private readonly buttons = viewChildren<ElementRef<HTMLElement>>('tab');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  readonly #prefix = `offhook-angular-panes-${(hosts += 1)}`;
  readonly #numbers = new Map<string, number>();
  #made = 0;

  constructor() {
    // Before it is rendered: whoever is in a pane that goes would otherwise begin at the top of the page.
    effect(() => {
      const shown = this.panes.tabs();
      this.panes.blocked();
      for (const id of this.#numbers.keys())
        if (shown.every((pane) => pane.id !== id)) this.#numbers.delete(id);
      untracked(() => this.#keepFocus());
    });
  }

  /** A pane's own id may have any character. */
  protected idOf(part: 'tab' | 'panel', id: string): string {
    let number = this.#numbers.get(id);
    if (number === undefined) this.#numbers.set(id, (number = this.#made += 1));
    return `${this.#prefix}-${part}-${number}`;
  }

  protected move(event: KeyboardEvent): void {
    // With one of these it is the browser's: Alt and an arrow go back in its history.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = this.panes.selectByKey(event.key);
    if (id === undefined) return;
    event.preventDefault();
    this.#focus(id);
  }

  #keepFocus(): void {
    const focused = this.#host.ownerDocument.activeElement;
    if (focused === null || !this.#host.contains(focused)) return;
    afterNextRender(
      () => {
        const selected = this.panes.selected();
        if (!focused.isConnected && selected !== undefined) this.#focus(selected);
      },
      { injector: this.#injector },
    );
  }

  #focus(id: string): void {
    const index = this.panes.tabs().findIndex((pane) => pane.id === id);
    this.buttons()[index]?.nativeElement.focus();
  }
}
