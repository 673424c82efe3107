package io.github.bedrocksql.benchmark;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The process that answers: one account, twice, at once and after 20 milliseconds. */
public final class Endpoints {
  /** Has {@link #JOBS} jobs. */
  static final String REGION = "us-east-1";

  /** Has {@link #FEW_JOBS} jobs. */
  static final String SMALL_REGION = "us-west-2";

  /**
   * Has {@link #FEW_JOBS} jobs, of which {@link #RUNNING_JOBS} run: their details are asked for
   * again.
   */
  static final String RUNNING_REGION = "eu-north-1";

  /** Has as many jobs as the process was told. */
  static final String LARGE_REGION = "eu-west-1";

  static final int JOBS = 10_000;
  static final int FEW_JOBS = 1_000;
  static final int RUNNING_JOBS = 42;
  static final Duration LATENCY = Duration.ofMillis(20);

  private static final String ACCOUNT = "123456789012";
  private static final Instant ENDED = Instant.parse("2026-02-02T02:02:02Z");

  private Endpoints() {}

  /**
   * Prints both URLs, the one without latency first, and answers until its input ends.
   *
   * @param args the number of jobs in {@link #LARGE_REGION}
   */
  public static void main(String[] args) throws Exception {
    Sandbox.Builder account =
        Sandbox.builder()
            .jobs(REGION, GeneratedJobs.of(REGION, ACCOUNT, JOBS))
            .jobs(SMALL_REGION, GeneratedJobs.of(SMALL_REGION, ACCOUNT, FEW_JOBS))
            .jobs(RUNNING_REGION, jobsOfWhichSomeRun())
            .generatedJobs(LARGE_REGION, Integer.parseInt(args[0]));
    try (Sandbox near = account.start();
        Sandbox far = account.latency(LATENCY).start()) {
      System.out.println(near.endpoint());
      System.out.println(far.endpoint());
      while (System.in.read() >= 0) {
        // Nothing is said to it; the end of the process that started it ends it.
      }
    }
  }

  private static List<ImportJob> jobsOfWhichSomeRun() {
    int each = FEW_JOBS / RUNNING_JOBS;
    List<ImportJob> jobs = new ArrayList<>();
    for (ImportJob job : GeneratedJobs.of(RUNNING_REGION, ACCOUNT, FEW_JOBS)) {
      boolean runs = jobs.size() % each == 0 && jobs.size() < each * RUNNING_JOBS;
      jobs.add(
          runs
              ? job.withStatus("InProgress", null, null)
              : job.withStatus("Failed", ENDED, "It failed"));
    }
    return jobs;
  }
}
