import { createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** A key, and the algorithms that it may be used with: those of its own kind and no others. */
export interface TokenKey {
  readonly key: KeyObject;
  readonly algorithms: readonly string[];
}

/** A public key as JSON, or a shared secret of `kty: 'oct'`. */
export type Jwk = JsonWebKey & { readonly kid?: string };

const secretAlgorithms = ['HS256', 'HS384', 'HS512'];
const curves: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['ES256'],
  secp384r1: ['ES384'],
  secp521r1: ['ES512'],
};

function publicAlgorithms(key: KeyObject): readonly string[] {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
    case 'ec':
      return curves[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? [];
    case 'ed25519':
      return ['EdDSA', 'Ed25519'];
    default:
      return [];
  }
}

function secret(bytes: Buffer): TokenKey {
  // An empty one verifies whatever anybody signed with nothing.
  if (bytes.length === 0)
    throw new TypeError('The key is empty. Give the secret that tokens are signed with.');
  return { key: createSecretKey(bytes), algorithms: secretAlgorithms };
}

/**
 * What tokens are verified with. A public key is never taken for a secret, which would let anybody sign.
 *
 * @param given a secret as text, a public key in PEM, or either as a JWK
 */
export function tokenKey(given: string | Jwk): TokenKey {
  if (typeof given === 'string' && !given.includes('-----BEGIN')) return secret(Buffer.from(given, 'utf8'));
  if (typeof given !== 'string' && given.kty === 'oct')
    return secret(Buffer.from(given.k ?? '', 'base64url'));
  const key =
    typeof given === 'string' ? createPublicKey(given) : createPublicKey({ key: given, format: 'jwk' });
  const algorithms = publicAlgorithms(key);
  if (algorithms.length === 0) throw new TypeError('Tokens can’t be verified with a key of this kind.');
  return { key, algorithms };
}
