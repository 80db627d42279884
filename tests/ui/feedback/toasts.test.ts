import { beforeEach, expect, test } from 'vitest';
import { hideToast, showToast, toasts } from '../../../src/ui/feedback/toasts.ts';

const texts = () => toasts.getState().shown.map((toast) => toast.text);

beforeEach(() => {
  toasts.setState({ shown: [] });
});

test('the newest three are shown, the oldest gives way', () => {
  for (const text of ['a', 'b', 'c', 'd']) showToast({ text });
  expect(texts()).toEqual(['b', 'c', 'd']);
});

test('taking one back leaves the others', () => {
  showToast({ text: 'a' });
  const takeBack = showToast({ text: 'b' });
  showToast({ text: 'c' });
  takeBack();
  takeBack();
  expect(texts()).toEqual(['a', 'c']);
});

test('two equal messages are two toasts', () => {
  showToast({ text: 'a' });
  showToast({ text: 'a' });
  const [first] = toasts.getState().shown;
  if (first !== undefined) hideToast(first.id);
  expect(texts()).toEqual(['a']);
});
