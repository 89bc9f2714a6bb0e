import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { ApiDescription, LoggedRequest } from './request-log.ts';

/** Where Discord's own description lies beside a checkout; it is not part of the project. */
export const OPENAPI_FILE = fileURLToPath(new URL('../../../shared/data/discord-openapi.json', import.meta.url));

/** How many of a body's problems are told; of nested choices every branch has some. */
const TOLD = 3;
/** An answer to an interaction is one of several kinds, by its `type`; the kind makes for readable problems. */
const CALLBACK_SCHEMAS: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
}
type Content = Readonly<Record<string, unknown>>;
type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly Parameter[] };

/**
 * Loads Discord's OpenAPI description as a check for the loopback's traffic; undefined where the file or ajv, which is
 * installed for development only, is not there. Takes about a second.
 */
export async function loadOpenApiDescription(file: string = OPENAPI_FILE): Promise<ApiDescription | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const ajv = await import('ajv/dist/2020.js').catch(() => undefined);
  if (text === undefined || ajv === undefined) return undefined;
  const document = JSON.parse(text) as { readonly paths: Readonly<Record<string, PathItem>> };
  // Discord's formats (snowflake, nonce ...) are its own.
  const compiler = new ajv.Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  compiler.addSchema(document, 'discord');
  const validators = new Map<string, ValidateFunction>();
  const check = (pointer: string, value: unknown): string[] => {
    const validate = validators.get(pointer) ?? compiler.compile({ $ref: `discord#${pointer}` });
    validators.set(pointer, validate);
    return validate(value) ? [] : told(validate.errors ?? []);
  };

  const requestProblems = (request: Parameters<ApiDescription['requestProblems']>[0]): string[] => {
    const operation = document.paths[request.route]?.[request.method.toLowerCase()];
    if (!operation) return [`Discord describes no ${request.method} ${request.route}`];
    const base = `/paths/${pointerPart(request.route)}`;
    const own = `${base}/${request.method.toLowerCase()}`;
    return [
      ...parameterProblems(`${base}/parameters`, document.paths[request.route]?.parameters ?? [], request, check),
      ...parameterProblems(`${own}/parameters`, operation.parameters ?? [], request, check),
      ...bodyProblems(own, operation, request, check),
    ];
  };
  const replyProblems = (answered: Parameters<ApiDescription['replyProblems']>[0]): string[] => {
    const operation = document.paths[answered.route]?.[answered.method.toLowerCase()];
    if (!operation) return [];
    // Of refusals only the outside: the description has numbers for the codes of single fields, where Discord's reference
    // ("Error Messages") and Discord itself have names.
    if (answered.status >= 400) return check('/components/schemas/Error', answered.reply);
    const status = String(answered.status);
    const response = operation.responses[status];
    if (!response) return [`Discord does not answer with ${status} here`];
    const pointer = `/paths/${pointerPart(answered.route)}/${answered.method.toLowerCase()}/responses/${status}`;
    if (!response.content) return answered.reply === undefined ? [] : [`Discord's ${status} has no body here`];
    return check(`${pointer}/content/application~1json/schema`, withoutForwards(answered.reply));
  };
  return { requestProblems, replyProblems };
}

type Check = (pointer: string, value: unknown) => string[];

function parameterProblems(
  pointer: string,
  parameters: readonly Parameter[],
  request: Pick<LoggedRequest, 'params' | 'query'>,
  check: Check,
): string[] {
  return parameters.flatMap((parameter, index) => {
    const text = parameter.in === 'path' ? request.params[parameter.name] : request.query[parameter.name];
    if (parameter.in === 'header') return [];
    if (text === undefined) return parameter.required ? [`${parameter.in} ${parameter.name} is missing`] : [];
    const asText = check(`${pointer}/${index}/schema`, text);
    // In an address everything is text; a number or a truth value is read out of it.
    const asValue = /^(true|false|-?\d+)$/.test(text) ? check(`${pointer}/${index}/schema`, JSON.parse(text)) : asText;
    return asText.length === 0 || asValue.length === 0
      ? []
      : asValue.map((problem) => `${parameter.in} ${parameter.name} ${problem}`);
  });
}

function bodyProblems(
  pointer: string,
  operation: Operation,
  request: Pick<LoggedRequest, 'body' | 'contentType' | 'route'>,
  check: Check,
): string[] {
  const content = operation.requestBody?.content;
  if (!content) return request.body === undefined ? [] : ['Discord takes no body here'];
  if (request.body === undefined) return operation.requestBody?.required ? ['the body is missing'] : [];
  const type = request.contentType?.split(';')[0] ?? '';
  if (!(type in content)) return [`Discord takes no ${type} here`];
  if (request.route.endsWith('/callback')) {
    const kind = CALLBACK_SCHEMAS[(request.body as { type?: number }).type ?? 0];
    if (kind) return check(`/components/schemas/${kind}`, request.body);
  }
  return check(`${pointer}/requestBody/content/${pointerPart(type)}/schema`, asDescribed(request.body));
}

/**
 * The description has permissions as a number; Discord's documentation has them as text, which discord.js sends and
 * Discord takes ("Application Command Object").
 */
function asDescribed(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'default_member_permissions' && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );
}

/**
 * The description knows references to a message of type 0 alone; a forward's is of type 1 ("Message Reference Types"), and
 * stands also in what replies to a forward.
 */
function withoutForwards(reply: unknown): unknown {
  if (reply === undefined) return undefined;
  return JSON.parse(JSON.stringify(reply), (key, value: unknown) =>
    key === 'message_reference' && value !== null ? { ...(value as object), type: 0 } : value,
  );
}

/** The problems that lie deepest say the most: above them are only choices of which no branch fitted. */
function told(errors: readonly ErrorObject[]): string[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const sentences = [...errors]
    .sort((a, b) => depth(b) - depth(a))
    .map(({ instancePath, message, params }) => {
      const allowed = 'allowedValues' in params ? ` ${JSON.stringify(params.allowedValues)}` : '';
      return `${instancePath || 'the body'} ${message}${allowed}`;
    });
  return [...new Set(sentences)].slice(0, TOLD);
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
