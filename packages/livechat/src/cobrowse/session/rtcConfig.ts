import type { MediaPort } from '../../media/mediaPort.js';
import type { CobrowseConfig } from '../config/readConfig.js';

/** The ICE servers and policy of the configuration, or the server's own where it names none (rows T-92, T-93). */
export async function rtcConfig(
  config: CobrowseConfig,
  port: Pick<MediaPort, 'ice'>,
): Promise<RTCConfiguration> {
  const own = config.iceServers ?? [];
  const servers = own.length > 0 ? own : await port.ice().catch(() => []);
  return {
    iceServers: servers.map(({ urls, ...rest }) => ({
      ...rest,
      urls: typeof urls === 'string' ? urls : [...urls],
    })),
    iceTransportPolicy: config.iceTransportPolicy,
  };
}
