import { int64Of } from './int64.ts';
import {
  type DataValue,
  type EndpointDescription,
  MessageSecurityMode,
  type StatusCode,
  UserTokenType,
  type Variant,
  VariantArrayType,
  VariantType,
} from './library.ts';

/** A status code with its name and its whole 32 bits. */
export function describeStatus(status: StatusCode): { readonly code: number; readonly name: string } {
  return { code: status.value >>> 0, name: status.name };
}

/** A DataValue as the evidence keeps it: status, typed value and both times, as far as they were given. */
export function describeDataValue(dataValue: DataValue): object {
  return {
    status: describeStatus(dataValue.statusCode),
    value: describeVariant(dataValue.value),
    sourceTime: dataValue.sourceTimestamp ?? undefined,
    sourcePicoseconds: dataValue.sourcePicoseconds || undefined,
    serverTime: dataValue.serverTimestamp ?? undefined,
    serverPicoseconds: dataValue.serverPicoseconds || undefined,
  };
}

function describeVariant({ dataType, arrayType, dimensions, value }: Variant): object {
  const is64Bit = dataType === VariantType.Int64 || dataType === VariantType.UInt64;
  const plain = (one: unknown) => (is64Bit ? int64Of(one, dataType === VariantType.Int64) : one);
  const isScalar = arrayType === VariantArrayType.Scalar;
  return {
    type: VariantType[dataType],
    structure: isScalar && dataType === VariantType.ExtensionObject ? value?.constructor.name : undefined,
    array: isScalar ? undefined : VariantArrayType[arrayType],
    dimensions: dimensions ?? undefined,
    value: !isScalar && Array.isArray(value) ? value.map(plain) : plain(value),
  };
}

/** One endpoint of a server in words; empty where the server said nothing of it. */
export interface DescribedEndpoint {
  readonly applicationUri?: string | null;
  readonly applicationName?: string | null | undefined;
  readonly endpointUrl?: string | null;
  readonly mode?: string;
  readonly policy?: string | null;
  readonly users?: readonly string[];
}

/** What a server says of one endpoint: its name, security and how users may log in. */
export function describeEndpoint(endpoint: EndpointDescription | undefined): DescribedEndpoint {
  if (endpoint === undefined) return {};
  return {
    applicationUri: endpoint.server.applicationUri,
    applicationName: endpoint.server.applicationName.text,
    endpointUrl: endpoint.endpointUrl,
    mode: MessageSecurityMode[endpoint.securityMode] ?? String(endpoint.securityMode),
    policy: endpoint.securityPolicyUri,
    users: (endpoint.userIdentityTokens ?? []).map(({ tokenType }) => UserTokenType[tokenType] ?? String(tokenType)),
  };
}
