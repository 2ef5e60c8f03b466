"""Figures of the sample bundles, computed apart from the app, for metric-figures.test.ts.

Run from the root of the project: python3 src/queries/golden/metric-figures.py > src/queries/golden/metric-figures.json
Only the standard library is used. Nothing here shares code with the app.
"""

import csv
import datetime as dt
import json
import math
import os
import statistics
from fractions import Fraction

ROOT = "public/bundles/projects"
GAPS = {"", "null", "NA", "N/A", "NaN"}
UTC = dt.timezone.utc


def instant(text):
    """Milliseconds since 1970."""
    if len(text) == 10:
        text += "T00:00:00Z"
    moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round((moment - dt.datetime(1970, 1, 1, tzinfo=UTC)) / dt.timedelta(milliseconds=1))


def points(folder, metric):
    """(time, value or None, row) in the order of time."""
    if "series" in metric:
        pairs = zip(metric["series"]["t"], metric["series"]["v"])
        return sorted(((t, v, None) for t, v in pairs), key=lambda each: each[0])
    source = metric.get("seriesFile")
    if source is None:
        return []
    found = []
    path = os.path.join(folder, source["path"])
    if not os.path.exists(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        for row, record in enumerate(csv.DictReader(file), 1):
            if any(record.get(k) != v for k, v in source.get("where", {}).items()):
                continue
            if source["valueColumn"] not in record:
                return []
            cell = record[source["valueColumn"]].strip()
            if "oneWhen" in source and cell != "":
                value = 1 if cell == source["oneWhen"] else 0
            else:
                value = None if cell in GAPS else float(cell)
            found.append((instant(record[source["timeColumn"]]), value, row))
    return sorted(found, key=lambda each: each[0])


def nearest_rank(values, percent):
    ordered = sorted(values)
    return ordered[math.ceil(Fraction(percent, 100) * len(ordered)) - 1]


def aggregate(name, values):
    if name in ("p50", "p90", "p95", "p99"):
        return nearest_rank(values, int(name[1:]))
    return {
        "mean": lambda: statistics.fmean(values),
        "min": lambda: min(values),
        "max": lambda: max(values),
        "last": lambda: values[-1],
        "sum": lambda: math.fsum(values),
    }[name]()


MEETS = {
    "less-than": lambda value, target: value < target,
    "at-most": lambda value, target: value <= target,
    "greater-than": lambda value, target: value > target,
    "at-least": lambda value, target: value >= target,
    "equals": lambda value, target: value == target,
}


def wilson(hits, count):
    z = statistics.NormalDist().inv_cdf(0.975)
    share = hits / count
    middle = (share + z * z / 2 / count) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + (z / 2 / count) ** 2)
    return [max(0, middle - half), min(1, middle + half)]


def figures(folder, metric, as_of):
    data = [each for each in points(folder, metric) if each[0] <= as_of]
    known = [each for each in data if each[1] is not None]
    values = [v for _, v, _ in known]
    out = {"samples": len(values), "gaps": len(data) - len(values)}
    if values:
        out |= {
            "mean": statistics.fmean(values),
            "min": min(values),
            "max": max(values),
            "p50": nearest_rank(values, 50),
            "p95": nearest_rank(values, 95),
            "last": values[-1],
        }
    counts_success = "oneWhen" in metric.get("seriesFile", {}) or metric["unit"] == "ratio"
    if values and counts_success and set(values) <= {0, 1}:
        out["wilson"] = wilson(sum(values), len(values))
    target = metric.get("target")
    if target is None:
        return out
    meets = lambda value: MEETS[target["operator"]](value, target["value"])
    beyond = [each for each in known if not meets(each[1])]
    out["beyond"] = len(beyond)
    if beyond:
        out["first"] = {"t": beyond[0][0], "v": beyond[0][1], "row": beyond[0][2]}
        runs, run = [], []
        for each in known:
            if meets(each[1]):
                run = []
                continue
            if not run:
                runs.append(run)
            run.append(each)
        longest = max(runs, key=lambda run: (run[-1][0] - run[0][0], len(run)))
        out["longest"] = {"from": longest[0][0], "to": longest[-1][0], "samples": len(longest)}
    if values:
        value = aggregate(target["aggregate"], values)
        out["value"] = value
        enough = len(values) >= target.get("minSamples", 1)
        out["holds"] = bool(meets(value)) if enough else None
        if target["value"] != 0 and target["operator"] != "equals":
            sign = 1 if target["operator"] in ("less-than", "at-most") else -1
            out["headroom"] = sign * (target["value"] - value) / abs(target["value"])
    return out


def budget_figures(folder, bundle, budget, as_of):
    out = {"thirtyDays": 30 * budget["dailyCap"], "months": {}}
    spend = next((m for m in bundle.get("metrics", []) if m["id"] == budget.get("spend")), None)
    if spend is None:
        return out
    months = {}
    for t, value, _ in points(folder, spend):
        if t <= as_of:
            day = dt.datetime.fromtimestamp(t / 1000, UTC).date()
            months.setdefault(day.strftime("%Y-%m"), {})[day] = value
    today = dt.datetime.fromtimestamp(as_of / 1000, UTC).date()
    for name, days in months.items():
        total = math.fsum(days.values())
        entry = {
            "spent": total,
            "knownDays": len(days),
            "daysOver": [d.isoformat() for d, v in days.items() if v > budget["dailyCap"]],
            "isOver": total > budget["monthlyCap"],
        }
        running = 0
        for day in sorted(days):
            running += days[day]
            if running >= budget["alertAt"] * budget["monthlyCap"]:
                entry["alertDueAt"] = day.isoformat()
                break
        first = min(days).replace(day=1)
        length = ((first + dt.timedelta(days=32)).replace(day=1) - first).days
        if today.strftime("%Y-%m") == name:
            mean = statistics.fmean(days.values())
            spread = statistics.stdev(days.values())
            left, n = length - len(days), len(days)
            half = statistics.NormalDist().inv_cdf(0.975) * math.sqrt(
                left * spread**2 + left**2 * spread**2 / n
            )
            end = total + left * mean
            entry["forecast"] = {"total": end, "low": max(total, end - half), "high": end + half}
            running, day = total, max(days)
            while running + mean <= budget["monthlyCap"] and day.month == first.month:
                running, day = running + mean, day + dt.timedelta(days=1)
            day += dt.timedelta(days=1)
            if day.month == first.month:
                entry["forecast"]["passesCapOn"] = day.isoformat()
        out["months"][name] = entry
    return out


result = {}
for project in sorted(os.listdir(ROOT)):
    for revision in sorted(os.listdir(os.path.join(ROOT, project))):
        folder = os.path.join(ROOT, project, revision)
        with open(os.path.join(folder, "bundle.json"), encoding="utf-8") as file:
            bundle = json.load(file)
        if not bundle.get("sample"):
            continue
        as_of = instant(bundle["revision"]["createdAt"])
        deliverables = {
            d["path"] for c in bundle.get("contracts", []) for d in c.get("deliverables", [])
        }
        result.setdefault(project, {})[revision] = {
            "metrics": {
                m["id"]: figures(folder, m, as_of) for m in bundle.get("metrics", [])
            },
            "budgets": {
                b["id"]: budget_figures(folder, bundle, b, as_of)
                for b in bundle.get("budgets", [])
            },
            "targets": {
                t["id"]: {
                    "operator": t["operator"],
                    "value": t["value"],
                    "unit": t["unit"],
                    "delivered": t.get("evidencePath") in deliverables,
                    "hasFile": "evidencePath" in t,
                }
                for c in bundle.get("contracts", [])
                for t in c.get("targets", [])
            },
        }
print(json.dumps(result, indent=1, sort_keys=True))
