import { CATALOGUE, type CatalogueEntry, type Scoring, type Tower } from '../../models/catalogue.ts';

/** What is usual for the checkpoints of a kind, where a checkpoint's own files don't say. */
export interface CheckpointKind {
  readonly scoring: Scoring;
  readonly logitScale: number;
  readonly logitBias: number;
  readonly padTo?: number | undefined;
  readonly dimension: number;
  /** Whether its embeddings are a projection, of `projection_dim` numbers, and not as long as its vision tower is wide. */
  readonly projects: boolean;
  readonly withoutInt8?: readonly Tower[] | undefined;
}

/** SigLIP 2 calls itself `siglip` too; what tells it is its vocabulary, which is Gemma's (Tschannen et al. 2025, section 2.1). */
const GEMMA_VOCABULARY = 256_000;

/**
 * The kind of a checkpoint by `model_type` in its config.json and the size of its vocabulary. What is usual for it is what
 * the catalogue says of the best-known checkpoint of the kind. Undefined where Glimpse can't use it.
 */
export function kindOf(modelType: string | undefined, vocabulary: number | undefined): CheckpointKind | undefined {
  const type = modelType?.toLowerCase() ?? '';
  if (type === 'siglip' && vocabulary !== undefined && vocabulary >= GEMMA_VOCABULARY)
    return like('onnx-community/siglip2-base-patch16-224-ONNX');
  if (type.startsWith('siglip2')) return like('onnx-community/siglip2-base-patch16-224-ONNX');
  if (type.startsWith('siglip')) return like('Xenova/siglip-base-patch16-224');
  if (type.startsWith('mobileclip')) return like('Xenova/mobileclip_s0');
  if (type === 'jina_clip') return like('jinaai/jina-clip-v1');
  if (type === 'clip') return like('Xenova/clip-vit-base-patch32');
  return undefined;
}

function like(id: string): CheckpointKind | undefined {
  const entry: CatalogueEntry | undefined = CATALOGUE.find((candidate) => candidate.id === id);
  if (!entry || entry.logitScale === 'config.json') return undefined;
  const { scoring, logitScale, logitBias, padTo, dimension, withoutInt8 } = entry;
  return { scoring, logitScale, logitBias, padTo, dimension, projects: scoring === 'softmax', withoutInt8 };
}
