import { nothing, type Markup } from '../../markup.ts';
import { Purse } from '../size/purse.ts';
import type { Device, Step } from './devices.ts';
import type { DeviceParts } from './device.ts';

/** How the parts of a device are written. */
export interface DeviceWriter {
  /** The entry without its parts. */
  readonly shell: (device: Device) => Markup;
  readonly picture: (device: Device) => Markup;
  readonly row: (step: Step) => Markup;
  /** The messages of an exchange, if they are shown. */
  readonly messages: ReadonlyMap<number, Markup>;
  readonly findingsIn: (index: number) => number;
}

/** The devices that the page has room for, each with the parts that fit. */
export interface FittingParts {
  readonly parts: ReadonlyMap<Device, DeviceParts>;
  /** How many rows and pictures there are of all devices that have no room. */
  readonly left: { readonly rows: number; readonly pictures: number };
}

/**
 * Chooses what stands on the page, so that it has at most so many bytes. What a reader needs most comes first: the rows with a finding or
 * with messages, the pictures of their devices, all other rows in their order, and the pictures of the other devices.
 */
export function fittingParts(devices: readonly Device[], bytes: number, writer: DeviceWriter): FittingParts {
  const purse = new Purse(bytes);
  const rows = new Map<number, Markup>();
  const pictures = new Map<Device, Markup>();
  const kept = new Set<Device>();
  const isCited = ({ exchange: { index } }: Step): boolean =>
    writer.findingsIn(index) > 0 || writer.messages.has(index);
  const addRow = (device: Device, step: Step): void => {
    const row = writer.row(step);
    if (!purse.pays(row, ...(kept.has(device) ? [] : [writer.shell(device)]))) return;
    kept.add(device);
    rows.set(step.exchange.index, row);
  };
  const addPicture = (device: Device): void => {
    const picture = writer.picture(device);
    if (purse.pays(picture)) pictures.set(device, picture);
  };
  const cited = devices.filter(({ steps }) => steps.some(isCited));
  const citedSet = new Set(cited);
  for (const device of cited) for (const step of device.steps.filter(isCited)) addRow(device, step);
  cited.filter((device) => kept.has(device)).forEach(addPicture);
  for (const device of devices) for (const step of device.steps) if (!isCited(step)) addRow(device, step);
  devices.filter((device) => kept.has(device) && !citedSet.has(device)).forEach(addPicture);
  const steps = devices.reduce((sum, device) => sum + device.steps.length, 0);
  return {
    parts: new Map(
      devices
        .filter((device) => kept.has(device))
        .map((device) => [
          device,
          {
            picture: pictures.get(device) ?? nothing,
            rows: device.steps.flatMap(({ exchange: { index } }) => rows.get(index) ?? []),
            messages: device.steps.flatMap(({ exchange: { index } }) => writer.messages.get(index) ?? []),
          },
        ]),
    ),
    left: { rows: steps - rows.size, pictures: devices.length - pictures.size },
  };
}
