import { describe, expect, test } from 'vitest';
import { readTermsAnswer, readTermsQuestion, termsAddress } from './terms-answer.ts';

const callback = 'ms-appx-web://ContosoMdm/ToUResponse';

describe('the answer of a terms-of-use page', () => {
  test('is read from the query of the callback', () => {
    expect(readTermsAnswer(`${callback}?IsAccepted=true&OpaqueBlob=a%2Bb&client-request-id=1`)).toEqual({
      to: callback,
      isAccepted: 'true',
      blob: 'a+b',
      requestId: '1',
    });
  });

  test('may be an error', () => {
    expect(readTermsAnswer(`${callback}?error=access_denied&error_description=No%20access`)).toMatchObject({
      error: 'access_denied',
      description: 'No access',
    });
  });

  test('may be on the web, and is not there where a page leads on', () => {
    expect(readTermsAnswer('https://a.example/back?isaccepted=false')).toMatchObject({ isAccepted: 'false' });
    expect(readTermsAnswer('https://a.example/terms?step=2')).toBeUndefined();
    expect(readTermsAnswer('no address')).toBeUndefined();
  });
});

test('a question stands behind the own query of the page', () => {
  const question = { redirectUri: callback, requestId: 'id', apiVersion: '1.0', mode: 'azureadjoin' };
  const address = termsAddress('https://a.example/terms?tenant=1#top', question);
  expect(address).toBe(
    'https://a.example/terms?tenant=1&redirect_uri=ms-appx-web%3A%2F%2FContosoMdm%2FToUResponse&client-request-id=id&api-version=1.0&mode=azureadjoin#top',
  );
  expect(readTermsQuestion(address)).toEqual(question);
  expect(readTermsQuestion('https://a.example/terms?redirect_uri=x')).toBeUndefined();
});
