import type { Operator, Seconds, SourceRef, Timestamp } from './common.ts';
import type { Aggregate } from './condition.ts';
import type { BudgetId, EvidenceId, ItemId, MetricId } from './ids.ts';

/** Columnar points. `t` in milliseconds since the epoch, `null` in `v` is a gap, never zero. */
export interface Series {
  readonly t: readonly number[];
  readonly v: readonly (number | null)[];
  /** A category for each point (provider, region, operation), when the data has one. */
  readonly category?: readonly string[];
}

/** Where the points stand when they are not inline. */
export interface SeriesFile {
  readonly path: string;
  readonly timeColumn: string;
  readonly valueColumn: string;
  /** Only rows with exactly these values. */
  readonly where?: Readonly<Record<string, string>>;
  readonly categoryColumn?: string;
  /** How a cell becomes a number: as it is, or 1 for this word and 0 for any other. */
  readonly oneWhen?: string;
}

export interface MetricTarget {
  readonly operator: Operator;
  readonly value: number;
  readonly aggregate: Aggregate;
  readonly minSamples?: number;
  readonly window?: Seconds;
  readonly source?: SourceRef;
}

export interface Metric {
  readonly id: MetricId;
  readonly title: string;
  /** `ms`, `s`, `min`, `%`, `ratio`, `count`, `EUR`, `lines`… */
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly group?: string;
  readonly item?: ItemId;
  readonly target?: MetricTarget;
  readonly evidence?: readonly EvidenceId[];
  readonly series?: Series;
  readonly seriesFile?: SeriesFile;
  /** Why no value can be had, where the plan itself makes it impossible. */
  readonly note?: string;
  readonly source?: SourceRef;
}

export interface Budget {
  readonly id: BudgetId;
  readonly title: string;
  readonly item?: ItemId;
  readonly phase?: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly dailyCap?: number;
  readonly monthlyCap?: number;
  /** Share of the monthly cap, 0–1, at which an alert is due. */
  readonly alertAt?: number;
  readonly alertChannels?: readonly {
    readonly type: string;
    readonly destination: string;
  }[];
  /** The alert must come this long before the monthly cap is reached. */
  readonly minLead?: Seconds;
  /** Largest allowed deviation of a day from plan, as a share 0–1. */
  readonly maxDailyVariance?: number;
  readonly tokenCeilings?: readonly {
    readonly provider: string;
    readonly maxTokens: number;
    readonly models?: readonly string[];
  }[];
  /** Every place that states a cap; they must agree. */
  readonly statedIn?: readonly {
    readonly source: SourceRef;
    readonly evidence?: EvidenceId;
    readonly dailyCap?: number;
    readonly monthlyCap?: number;
  }[];
  /** Daily spend, in the currency. */
  readonly spend?: MetricId;
  readonly alerts?: readonly {
    readonly at: Timestamp;
    readonly text?: string;
  }[];
  readonly source?: SourceRef;
}
