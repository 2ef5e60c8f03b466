/**
 * What Python's `re`, `json` and `csv` read out of the files of real benchmark tools under
 * `../shared/inputs`, written there without a look at this project: by file the name under which a
 * metric asks for it, the unit as the tool writes it, and the value. The files are not part of it.
 */
export const benchmarkFigures: Readonly<
  Record<string, readonly (readonly [name: string, unit: string, value: number])[]>
> = {
  'benchmarkdotnet.json': [
    ['Sample.Benchmarks.Fib10', 'ns', 24.4202085009643],
    ['Sample.Benchmarks.Fib20', 'ns', 51.52008151549559],
  ],
  'benchmarkjs_output.txt': [
    ['fib(10)', 'ops/sec', 1431759],
    ['fib(20)', 'ops/sec', 12146],
    ['createObjectBuffer with 200 comments', 'ops/sec', 81.61],
  ],
  'benchmarkluau_output.txt': [
    ['base64', 'ms', 15.041],
    ['chess', 'ms', 69.56],
    ['life', 'ms', 85.089],
  ],
  'cargo_output.txt': [
    ['bench_fib_10', 'ns/iter', 135],
    ['bench_fib_20', 'ns/iter', 18149],
  ],
  'cargo_output2.txt': [
    ['bench_engine_new', 'ns/iter', 211834],
    ['bench_engine_new_raw', 'ns/iter', 197],
    ['bench_engine_new_raw_core', 'ns/iter', 196],
    ['bench_engine_register_fn', 'ns/iter', 493],
  ],
  'cargo_output3.txt': [
    ['bench_fib_10', 'ns/iter', 148.7],
    ['bench_fib_20', 'ns/iter', 18794.12],
  ],
  'cargo_output_units.txt': [
    ['cmov', 'cycles/iter', 2835],
    ['cmov2', 'cycles/iter', 2845],
    ['mov', 'cycles/iter', 1508],
    ['upload', 'MS/s', 1911],
    ['download', 'MS/s', 9001],
  ],
  'catch2_output_v2.txt': [
    ['Fibonacci 10', 'ns', 344],
    ['Fibonacci 20', 'us', 41.731],
    ['Fibonacci~ 5!', 'ns', 36],
    ['Fibonacci-15_bench', 'us', 3.789],
  ],
  'catch2_output_v3.txt': [
    ['Fibonacci 10', 'ns', 344],
    ['Fibonacci 20', 'us', 41.731],
    ['Fibonacci~ 5!', 'ns', 36],
    ['Fibonacci-15_bench', 'us', 3.789],
  ],
  'criterion_output.txt': [
    ['Create Realm', 'ns/iter', 329],
    ['Symbols (Execution)', 'ns/iter', 3268],
    ['For loop (Execution)', 'ns/iter', 12314],
    ['Fibonacci (Execution)', 'ns/iter', 1672496],
  ],
  'customBiggerIsBetter_output.json': [
    ['My Custom Bigger Is Better Benchmark - Throughput', 'req/s', 70],
    ['My Custom Bigger Is Better Benchmark - Free Memory', 'Megabytes', 150],
  ],
  'customSmallerIsBetter_output.json': [
    ['My Custom Smaller Is Better Benchmark - CPU Load', 'Percent', 50],
    ['My Custom Smaller Is Better Benchmark - Memory Used', 'Megabytes', 100],
  ],
  'customSmallerIsBetter_output2.json': [
    ['No instrumentation', 'ns', 90.9439],
    ['Deactivated probe', 'ns', 445.661],
    ['No logging', 'ns', 1847.38],
    ['Binary file', 'ns', 3886.75],
  ],
  'go_fiber_duplicate_names_output.txt': [
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkAppendMsgitem-4 ns/op', 'ns/op', 55.76],
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkAppendMsgitem-4 MB/s', 'MB/s', 2833.37],
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkAppendMsgitem-4 B/op', 'B/op', 0],
    [
      'github.com/gofiber/fiber/v3/middleware/cache BenchmarkAppendMsgitem-4 allocs/op',
      'allocs/op',
      0,
    ],
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkUnmarshalitem-4 ns/op', 'ns/op', 174],
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkUnmarshalitem-4 MB/s', 'MB/s', 907.83],
    ['github.com/gofiber/fiber/v3/middleware/cache BenchmarkUnmarshalitem-4 B/op', 'B/op', 0],
    [
      'github.com/gofiber/fiber/v3/middleware/cache BenchmarkUnmarshalitem-4 allocs/op',
      'allocs/op',
      0,
    ],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkAppendMsgitem-4 ns/op', 'ns/op', 0.3733],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkAppendMsgitem-4 MB/s', 'MB/s', 2678.46],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkAppendMsgitem-4 B/op', 'B/op', 0],
    [
      'github.com/gofiber/fiber/v3/middleware/csrf BenchmarkAppendMsgitem-4 allocs/op',
      'allocs/op',
      0,
    ],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkUnmarshalitem-4 ns/op', 'ns/op', 4.36],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkUnmarshalitem-4 MB/s', 'MB/s', 229.35],
    ['github.com/gofiber/fiber/v3/middleware/csrf BenchmarkUnmarshalitem-4 B/op', 'B/op', 0],
    [
      'github.com/gofiber/fiber/v3/middleware/csrf BenchmarkUnmarshalitem-4 allocs/op',
      'allocs/op',
      0,
    ],
  ],
  'go_fiber_output.txt': [
    ['Benchmark_Ctx_Accepts/run-[]string{".xml"}-4 ns/op', 'ns/op', 247.6],
    ['Benchmark_Ctx_Accepts/run-[]string{".xml"}-4 B/op', 'B/op', 0],
    ['Benchmark_Ctx_Accepts/run-[]string{".xml"}-4 allocs/op', 'allocs/op', 0],
    ['Benchmark_Ctx_Accepts/run-[]string{"json",_"xml"}-4 ns/op', 'ns/op', 307.1],
    ['Benchmark_Ctx_Accepts/run-[]string{"json",_"xml"}-4 B/op', 'B/op', 0],
    ['Benchmark_Ctx_Accepts/run-[]string{"json",_"xml"}-4 allocs/op', 'allocs/op', 0],
    [
      'Benchmark_Ctx_Accepts/run-[]string{"application/json",_"application/xml"}-4 ns/op',
      'ns/op',
      316.1,
    ],
    ['Benchmark_Ctx_Accepts/run-[]string{"application/json",_"application/xml"}-4 B/op', 'B/op', 0],
    [
      'Benchmark_Ctx_Accepts/run-[]string{"application/json",_"application/xml"}-4 allocs/op',
      'allocs/op',
      0,
    ],
    ['Benchmark_Utils_GetOffer/mime_extension#01-4 ns/op', 'ns/op', 390.7],
    ['Benchmark_Utils_GetOffer/mime_extension#01-4 B/op', 'B/op', 48],
    ['Benchmark_Utils_GetOffer/mime_extension#01-4 allocs/op', 'allocs/op', 2],
    ['Benchmark_Utils_GetOffer/mime_extension#02-4 ns/op', 'ns/op', 602.1],
    ['Benchmark_Utils_GetOffer/mime_extension#02-4 B/op', 'B/op', 48],
    ['Benchmark_Utils_GetOffer/mime_extension#02-4 allocs/op', 'allocs/op', 2],
    ['Benchmark_Utils_GetOffer/mime_extension#03-4 ns/op', 'ns/op', 286.3],
    ['Benchmark_Utils_GetOffer/mime_extension#03-4 B/op', 'B/op', 0],
    ['Benchmark_Utils_GetOffer/mime_extension#03-4 allocs/op', 'allocs/op', 0],
  ],
  'go_output.txt': [
    ['BenchmarkFib10-8 ns/op', 'ns/op', 325],
    ['BenchmarkFib20 ns/op', 'ns/op', 40537.123],
    ['BenchmarkFib/my_tabled_benchmark_-_10-8 ns/op', 'ns/op', 325],
    ['BenchmarkFib/my_tabled_benchmark_-_20 ns/op', 'ns/op', 40537.123],
    ['BenchmarkFib/my/tabled/benchmark_-_20 ns/op', 'ns/op', 40537.456],
    ['BenchmarkFib/my/tabled/benchmark_-_20,var1=13,var2=14 ns/op', 'ns/op', 40537.456],
    ['BenchmarkFib11-16 ns/op', 'ns/op', 262.7],
    ['BenchmarkFib11-16 auxMetricUnits', 'auxMetricUnits', 3],
    ['BenchmarkFib22-16 ns/op', 'ns/op', 31915],
    ['BenchmarkFib22-16 auxMetricUnits', 'auxMetricUnits', 4],
  ],
  'go_single_package_output.txt': [
    ['github.com/example/mypackage BenchmarkFib10-8 ns/op', 'ns/op', 325],
    ['github.com/example/mypackage BenchmarkFib20-8 ns/op', 'ns/op', 40537],
  ],
  'googlecpp_output.json': [
    ['fib_10 real_time', 'ns', 214.98980114547953],
    ['fib_10 cpu_time', 'ns', 213.65507206163295],
    ['fib_20 real_time', 'ns', 27455.600415007055],
    ['fib_20 cpu_time', 'ns', 27364.90320427236],
  ],
  'issue16_output.txt': [
    ['Fibonacci 10', 'ns', 0],
    ['Fibonacci 20', 'ns', 1],
  ],
  'jmh_output.json': [
    ['org.openjdk.jmh.samples.JMHSample_01_HelloWorld.wellHelloThere', 'ops/s', 3376238873.1228185],
  ],
  'jmh_output_2.json': [
    ['org.openjdk.jmh.samples.JMHSample_01_HelloWorld.wellHelloThere', 'ops/s', 3376238873.1228185],
  ],
  'julia_output.json': [
    ['fib/20 time', 'ns', 31028],
    ['fib/20 gctime', 'ns', 0],
    ['fib/20 memory', 'B', 0],
    ['fib/10 time', 'ns', 246.03846153846155],
    ['fib/10 gctime', 'ns', 0],
    ['fib/10 memory', 'B', 0],
  ],
  'pytest_output.json': [
    ['bench.py::test_fib_10', 's', 2.408868133322941e-5],
    ['bench.py::test_fib_20', 's', 0.002985030672661863],
  ],
  'pytest_several_units.json': [
    ['bench.py::test_fib_1', 's', 1.4995610248628836e-7],
    ['bench.py::test_fib_10', 's', 2.885754012484424e-5],
    ['bench.py::test_fib_20', 's', 0.003611916368852473],
    ['bench.py::test_sleep_2', 's', 2.0038430469999997],
  ],
};

/** The column `Mean` by the column `Method`, each cell with its unit. */
export const tableFigures: Readonly<
  Record<string, readonly (readonly [string, number, string])[]>
> = {
  'heddle/97edb268/docs/benchmarks/2026-07-11/Heddle.Performance.TemplateParseBenchmarks-report.csv':
    [
      ['ParseHeddle', 264.985, '\u00b5s'],
      ['ParseFluid', 3.653, '\u00b5s'],
      ['ParseScriban', 4.684, '\u00b5s'],
      ['ParseDotLiquid', 7.208, '\u00b5s'],
      ['ParseHandlebars', 8287.089, '\u00b5s'],
    ],
  'heddle/97edb268/docs/benchmarks/2026-07-11/Heddle.Performance.TextRenderBenchmarks-report.csv': [
    ['RenderTemplateEngine', 32.5, '\u00b5s'],
    ['RenderRazor', 65.55, '\u00b5s'],
    ['RenderFluid', 64.88, '\u00b5s'],
    ['RenderScriban', 376.71, '\u00b5s'],
    ['RenderDotLiquid', 178.21, '\u00b5s'],
    ['RenderHandlebars', 69.76, '\u00b5s'],
  ],
  'heddle/97edb268/docs/benchmarks/2026-07-18/Heddle.Performance.LoopRenderBenchmarks-report.csv': [
    ['RenderHeddle', 612.9, '\u00b5s'],
    ['RenderFluid', 976.2, '\u00b5s'],
    ['RenderScriban', 1300.1, '\u00b5s'],
    ['RenderDotLiquid', 4097.8, '\u00b5s'],
    ['RenderHandlebars', 660.4, '\u00b5s'],
  ],
  'heddle/97edb268/docs/benchmarks/2026-07-18/Heddle.Performance.SubstitutionRenderBenchmarks-report.csv':
    [
      ['RenderHeddle', 118.7, 'ns'],
      ['RenderFluid', 538, 'ns'],
      ['RenderScriban', 4414, 'ns'],
      ['RenderDotLiquid', 2037.9, 'ns'],
      ['RenderHandlebars', 398.3, 'ns'],
    ],
};
