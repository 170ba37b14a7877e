import {
  MiniProgramEnv,
  type CodeSpace,
  type ComponentEnv,
  type Root,
} from 'glass-easel-miniprogram-adapter';
import {
  Component,
  addGlobalErrorListener,
  addGlobalWarningListener,
  type GeneralComponent,
} from 'glass-easel';
import type { CompiledApp, CompiledComponent } from '../../compiled-app';
import { appConsole, browserConsole, reportError } from '../error-log';
import { PhoneDate } from '../clock';
import { registerBuiltins } from '../builtins/register';
import { PhoneBackend } from './backend';
import { readyBehavior } from './ready-lifetime';
import { wxBehaviors } from './wx-behaviors';
import { wxsGlobals } from './wxs-globals';

type Definition = { behaviors?: unknown[]; options?: { styleIsolation?: string }; [key: string]: unknown };
type Define = (definition?: Definition) => unknown;
type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1];
type Template = Parameters<CodeSpace['addCompiledTemplate']>[1];

/** Registers the app's components with the engine, each when it is first needed. */
export class ComponentLoader {
  readonly backend: PhoneBackend;
  private readonly env = new MiniProgramEnv();
  private readonly space: CodeSpace;
  private readonly associated;
  private readonly byPath: Map<string, CompiledComponent>;
  private readonly loaded = new Set<string>();
  private readonly templates: Record<string, unknown>;
  private readonly prepare: (definition: Definition) => void;
  private scripts: Record<string, () => unknown> = {};
  private current: { path: string; env: ComponentEnv } | null = null;

  constructor(app: CompiledApp, viewport: () => DOMRect) {
    this.backend = new PhoneBackend(viewport);
    this.space = this.env.createCodeSpace('main', true);
    registerBuiltins(this.space.getComponentSpace());
    this.space.setOverallBehavior(readyBehavior(this.space.getComponentSpace()));
    this.associated = this.env.associateBackend(this.backend);
    this.prepare = wxBehaviors(this.space);
    this.byPath = new Map(app.components.map((component) => [component.path, component]));
    this.templates = window.__phoneTemplates(...wxsGlobals);
    for (const [path, text] of Object.entries(app.styles)) {
      this.associated.registerStyleSheetContent(path, text);
      this.space.addStyleSheet(path, path, this.byPath.get(path)?.styleScope ?? undefined);
    }
    watchEngine();
  }

  /** Runs app.ts with the globals that WeChat gives it. */
  runApp(globals: { wx: object; App: unknown; getApp: unknown; getCurrentPages: unknown }): void {
    const define =
      (kind: 'Page' | 'Component'): Define =>
      (definition) =>
        this.define(kind, definition);
    this.scripts = window.__phoneScripts(
      globals.wx,
      globals.App,
      define('Page'),
      define('Component'),
      this.behavior(),
      globals.getApp,
      globals.getCurrentPages,
      PhoneDate,
      appConsole,
    );
    this.scripts['app']?.();
  }

  config(path: string): CompiledComponent | undefined {
    return this.byPath.get(path);
  }

  /** Creates a page; answers it with the style sheets that it needs. */
  createPage(path: string): [Root, string[]] {
    this.load(path);
    return this.backend.collectStyleSheets(() => this.associated.createRoot('wx-page', this.space, path));
  }

  private load(path: string): void {
    if (this.loaded.has(path)) return;
    this.loaded.add(path);
    const component = this.byPath.get(path);
    if (!component) throw new Error(`there is no component ${path}`);
    for (const used of Object.values(component.config.usingComponents ?? {})) this.load(used.slice(1));
    this.space.addComponentStaticConfig(path, component.config as StaticConfig);
    this.space.addCompiledTemplate(path, {
      groupList: this.templates,
      content: this.templates[path],
    } as unknown as Template);
    this.space.componentEnv(path, (env) => {
      const outer = this.current;
      this.current = { path, env };
      try {
        this.scripts[path]?.();
      } finally {
        this.current = outer;
      }
    });
    if (!this.space.getComponentSpace().getComponentByUrlWithoutDefault(path, '')) {
      throw new Error(`${path} calls neither Page() nor Component()`);
    }
  }

  private define(kind: 'Page' | 'Component', definition?: Definition): unknown {
    if (!this.current) throw new Error(`${kind}() is called outside of a page's or component's own script`);
    const { env, path } = this.current;
    const define = env[kind] as unknown as Define;
    if (!definition) return define();
    this.prepare(definition);
    this.checkIsolation(path, definition);
    return define(definition);
  }

  /** The engine reads the style isolation from the JSON only. */
  private checkIsolation(path: string, definition: Definition): void {
    const wanted = definition.options?.styleIsolation;
    const config = this.byPath.get(path)?.config;
    if (wanted !== undefined && wanted !== config?.styleIsolation) {
      throw new Error(
        `${path}: options.styleIsolation "${wanted}" must also be in the JSON for the local phone`,
      );
    }
  }

  private behavior(): Define {
    return this.space.componentEnv('', ({ Behavior }) => {
      const define = Behavior as unknown as Define;
      return (definition) => {
        if (definition) this.prepare(definition);
        return definition ? define(definition) : define();
      };
    });
  }
}

/** A handler that does not exist and a property that a component lacks are mistakes of the app, so they show. */
function watchEngine(): void {
  const engine = Component as {
    getMethod: (this: void, component: GeneralComponent, name: string) => unknown;
  };
  const { getMethod } = engine;
  engine.getMethod = (component, name) => {
    const method = getMethod(component, name);
    if (!method && name) reportError(`${component.is} has no method "${name}" to handle an event`);
    return method;
  };
  addGlobalErrorListener((error, method) => {
    reportError(error, method);
    return true;
  });
  addGlobalWarningListener((message, component) => {
    const where = typeof component === 'string' ? component : component.is;
    browserConsole.warn(`${message} (${where})`);
    return false;
  });
}
