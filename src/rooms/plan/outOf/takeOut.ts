// Takes the plan out of the app in one of its ways, and says how that ended. Never rejects: a failure is an outcome.

import type { Device } from '../../../storage/device.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { saveFile } from '../../../ui/saveFile.ts';
import { makePlanFile, planAsText, type PlanFileKind } from '../out/makePlanFile.ts';
import { planWords } from '../out/planWords.ts';
import type { PlanToTakeOut } from './readPlanFacts.ts';

/** `undefined` while the plan has not arrived on this device. */
export type ReadPlanToTakeOut = () => Promise<PlanToTakeOut | undefined>;

export type WayOfPlan = PlanFileKind | 'copy' | 'print';

export type TakenOut =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'copied' | 'printing' }
  /** The fonts of the PDF lack these. */
  | { readonly kind: 'refused'; readonly characters: readonly string[] }
  | { readonly kind: 'notHere' | 'notCopied' | 'notPrinted' | 'failed' };

/** A tab that shows the file has read it by then, in milliseconds. */
const SHOWN_MS = 60_000;

export async function takeOut(device: Device, read: ReadPlanToTakeOut, way: WayOfPlan): Promise<TakenOut> {
  try {
    const plan = await read();
    if (plan === undefined) return { kind: 'notHere' };
    switch (way) {
      case 'copy':
        return await copy(plan);
      case 'print':
        return await printPlan(device, plan);
      case 'docx':
      case 'pdf':
      case 'txt':
      case 'xlsx':
      case 'csv':
      case 'ics': {
        const made = await makeFile(device, plan, way, 'refuse');
        if (made.kind === 'refused') return made;
        saveFile(made.name, made.type, made.bytes);
        return { kind: 'saved', name: made.name };
      }
    }
  } catch (failure) {
    device.reportFailure(failure);
    return { kind: 'failed' };
  }
}

function makeFile(
  device: Device,
  { facts, benefits, author }: PlanToTakeOut,
  kind: PlanFileKind,
  missingLetters: 'refuse' | 'replace',
): ReturnType<typeof makePlanFile> {
  const at = new Date(device.now());
  return makePlanFile(kind, facts, planWords(benefits), {
    language: currentLanguage(),
    author,
    at,
    missingLetters,
  });
}

async function copy({ facts, benefits }: PlanToTakeOut): Promise<TakenOut> {
  const text = await planAsText(facts, planWords(benefits));
  try {
    await navigator.clipboard.writeText(text);
    return { kind: 'copied' };
  } catch {
    // Not allowed, or no clipboard at all: both mean the same to the person.
    return { kind: 'notCopied' };
  }
}

/** The browser's own view of the PDF prints it. */
async function printPlan(device: Device, plan: PlanToTakeOut): Promise<TakenOut> {
  const made = await makeFile(device, plan, 'pdf', 'replace');
  if (made.kind === 'refused') return made;
  const url = URL.createObjectURL(new Blob([new Uint8Array(made.bytes)], { type: made.type }));
  setTimeout(() => URL.revokeObjectURL(url), SHOWN_MS);
  return window.open(url, '_blank') === null ? { kind: 'notPrinted' } : { kind: 'printing' };
}
