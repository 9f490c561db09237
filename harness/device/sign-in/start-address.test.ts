import { expect, test } from 'vitest';
import { settingsApp, startAddress } from './start-address.ts';

const hints = { appru: settingsApp, loginHint: 'a+b@contoso.com' };
const added = 'appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel&login_hint=a%2Bb%40contoso.com';

test.for([
  ['https://sts.example/login', `https://sts.example/login?${added}`],
  ['https://sts.example/login?ver=10&x', `https://sts.example/login?ver=10&x&${added}`],
  ['https://sts.example/login?', `https://sts.example/login?${added}`],
  ['https://sts.example/login#top', `https://sts.example/login?${added}#top`],
  ['https://STS.example/a?b#c?d', `https://STS.example/a?b&${added}#c?d`],
] as const)('%s becomes the address of the first page', ([address, start]) => {
  expect(startAddress(address, hints)).toBe(start);
});
