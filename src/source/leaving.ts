/** Stops what is read for a project when nobody looks at it any longer. */
export class Leaving {
  private readonly controllers = new Map<string, AbortController>();

  /** Aborts when the project is left, or when the outer one does. */
  signalOf(project: string, outer?: AbortSignal): AbortSignal {
    const controller = this.controllers.get(project) ?? new AbortController();
    this.controllers.set(project, controller);
    return outer === undefined ? controller.signal : AbortSignal.any([controller.signal, outer]);
  }

  /** What is asked for afterwards is read again. */
  leave(project: string): void {
    this.controllers.get(project)?.abort();
    this.controllers.delete(project);
  }
}
