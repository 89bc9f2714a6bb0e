import type { Command } from 'commander';
import type { Log } from '../checkpoints/log.ts';
import { loadConfig } from '../config.ts';
import { withDownloadBar } from '../download-bar.ts';
import { terminalAsk } from './agree-to-terms.ts';
import { checkModels, mustBeSound, showChecked } from './models-check.ts';
import { listModels, showModels } from './models-list.ts';
import { pullModel } from './models-pull.ts';
import { removeModel } from './models-remove.ts';
import { useModel } from './models-use.ts';

interface Options {
  readonly json?: boolean;
  readonly int8?: boolean;
  readonly acceptLicence?: boolean;
}

/** Standard output is for the result alone. */
const toldOnError = (text: string) => void process.stderr.write(text);
const WARNINGS: Log = { debug: () => {}, info: () => {}, warn: (line) => toldOnError(`${line}\n`) };

/** Adds `glimpse models list | pull | remove | check | use`. */
export function addModels(glimpse: Command): void {
  const models = glimpse.command('models').description('list, fetch, check, remove and choose models');
  const model = 'what glimpse models list shows, or a repository of the hub: owner/name or owner/name@revision';

  models
    .command('list')
    .description('show which models there are, which are here, and which one serves')
    .option('--json', 'print one JSON array')
    .action(async ({ json }: Options) => print(await listModels(loadConfig()), json, showModels));
  models
    .command('pull')
    .description('fetch a model, or what is missing or broken of it')
    .argument('<model>', model)
    .option('--int8', 'fetch the int8 files of its towers too, which are small and on many machines fast')
    .option('--accept-licence', 'agree to its licence, where it has one that must be agreed to')
    .action(async (id: string, { int8 = false, acceptLicence = false }: Options) => {
      const config = loadConfig();
      const line = await withDownloadBar((onProgress) =>
        pullModel(id, config, {
          int8,
          acceptLicence,
          ask: terminalAsk(),
          show: toldOnError,
          log: WARNINGS,
          onProgress,
        }),
      );
      process.stdout.write(line);
    });
  models
    .command('remove')
    .description('delete a model that was fetched')
    .argument('<model>', model)
    .action(async (id: string) => void process.stdout.write(await removeModel(id, loadConfig(), toldOnError)));
  models
    .command('check')
    .description('read the files of a model, or of all that are here, and tell whether they are as they came')
    .argument('[model]', model)
    .option('--json', 'print one JSON array')
    .action(async (id: string | undefined, { json }: Options) => {
      const checked = await checkModels(id, loadConfig());
      print(checked, json, showChecked);
      mustBeSound(checked);
    });
  models
    .command('use')
    .description('choose the model that serves: writes CLIP_MODEL into .env')
    .argument('<model>', `auto, a folder, or ${model}`)
    .action(async (id: string) => void process.stdout.write(await useModel(id, loadConfig(), { log: WARNINGS })));
}

function print<T>(result: T, json: boolean | undefined, show: (result: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : show(result));
}
