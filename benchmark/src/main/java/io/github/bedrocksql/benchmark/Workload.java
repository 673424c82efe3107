package io.github.bedrocksql.benchmark;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;

/** What is measured in a warm JVM, on either side. */
enum Workload {
  PREPARED_LOOKUP("Prepared point lookup, executed again", 1.15, 1.15) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      Connection connection = connect(endpoint, Endpoints.REGION);
      PreparedStatement lookup = connection.prepareStatement(LOOKUP + "?");
      return closing(connection)
          .each(
              n -> {
                lookup.setString(1, jobName(n));
                return rows(lookup.executeQuery());
              });
    }

    @Override
    Run sdk(URI endpoint) {
      return lookups(endpoint);
    }
  },

  SAME_TEXT("Same text, new execution of a Statement", 1.3, 1.3) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      return texts(endpoint, n -> LOOKUP + "'job-00042'");
    }

    @Override
    Run sdk(URI endpoint) {
      return lookups(endpoint);
    }
  },

  OTHER_LITERAL("Only the literal differs each time", 1.5, 1.5) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      return texts(endpoint, n -> LOOKUP + "'" + jobName(n) + "'");
    }

    @Override
    Run sdk(URI endpoint) {
      return lookups(endpoint);
    }
  },

  DASHBOARD("Another dashboard query each time (GROUP BY, HAVING, one list)", 2, 2) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      return texts(
          endpoint,
          n ->
              "SELECT status, COUNT(*) AS jobs_%d, MAX(creation_time) FROM model_import_jobs"
                      .formatted(n)
                  + " WHERE job_name LIKE '%job-00%' GROUP BY status HAVING COUNT(*) > "
                  + n % 7
                  + " ORDER BY 2 DESC");
    }

    @Override
    Run sdk(URI endpoint) {
      BareSdk sdk = new BareSdk(endpoint, Endpoints.REGION);
      return closing(sdk).each(n -> (long) sdk.named("job-00").size());
    }
  },

  NEW_CONNECTION("New connection and point lookup, client made and closed each time", 2, 2) {
    @Override
    Run driver(URI endpoint) {
      return closing(() -> {})
          .each(
              n -> {
                try (Connection connection = connect(endpoint, Endpoints.REGION);
                    Statement statement = connection.createStatement()) {
                  return rows(statement.executeQuery(LOOKUP + "'" + jobName(n) + "'"));
                }
              });
    }

    @Override
    Run sdk(URI endpoint) {
      return closing(() -> {})
          .each(
              n -> {
                try (BareSdk sdk = new BareSdk(endpoint, Endpoints.REGION)) {
                  return detail(sdk.job(jobName(n)));
                }
              });
    }
  },

  NEWEST("Newest 10 of 10,000", 1.3, 1.05) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      return texts(
          endpoint,
          n ->
              "SELECT job_name, status, creation_time FROM model_import_jobs"
                  + " ORDER BY creation_time DESC LIMIT 10");
    }

    @Override
    Run sdk(URI endpoint) {
      BareSdk sdk = new BareSdk(endpoint, Endpoints.REGION);
      return closing(sdk).each(n -> (long) sdk.newest(10).size());
    }
  },

  LIST("List 10,000, summary columns", 1.1, 0.9) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      return texts(
          endpoint,
          n ->
              "SELECT job_arn, job_name, status, creation_time, last_modified_time, end_time,"
                  + " imported_model_arn, imported_model_name FROM model_import_jobs");
    }

    @Override
    Run sdk(URI endpoint) {
      BareSdk sdk = new BareSdk(endpoint, Endpoints.REGION);
      return closing(sdk)
          .each(
              n ->
                  sdk.all().stream()
                      .mapToLong(
                          job ->
                              (long) hash(job.jobArn(), job.jobName(), job.statusAsString())
                                  + hash(job.creationTime(), job.lastModifiedTime(), job.endTime())
                                  + hash(job.importedModelArn(), job.importedModelName()))
                      .sum());
    }
  },

  HYDRATE_CHANGED("Hydrate 1,000 of which 958 are remembered", 1.1, 1.05) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      Connection connection = connect(endpoint, Endpoints.RUNNING_REGION, 10_000);
      Statement statement = connection.createStatement();
      rows(statement.executeQuery(DETAILS)); // From here on they are remembered.
      return closing(connection).each(n -> rows(statement.executeQuery(DETAILS)));
    }

    @Override
    Run sdk(URI endpoint) {
      BareSdk sdk = new BareSdk(endpoint, Endpoints.RUNNING_REGION);
      return closing(sdk)
          .each(
              n ->
                  sdk.details(job -> job.status() == ModelImportJobStatus.IN_PROGRESS).stream()
                      .mapToLong(Workload::detail)
                      .sum());
    }
  },

  HYDRATE("Hydrate 1,000, 32 at once", 1.1, 1.05) {
    @Override
    Run driver(URI endpoint) throws SQLException {
      Connection connection = connect(endpoint, Endpoints.SMALL_REGION);
      Statement statement = connection.createStatement();
      return closing(connection).each(n -> rows(statement.executeQuery(DETAILS)));
    }

    @Override
    Run sdk(URI endpoint) {
      BareSdk sdk = new BareSdk(endpoint, Endpoints.SMALL_REGION);
      return closing(sdk)
          .each(n -> sdk.details(job -> true).stream().mapToLong(Workload::detail).sum());
    }
  };

  private static final String LOOKUP =
      "SELECT job_name, status, role_arn, failure_message FROM model_import_jobs"
          + " WHERE job_identifier = ";

  private static final String DETAILS =
      "SELECT job_name, role_arn, failure_message FROM model_import_jobs";

  private final String title;
  private final double bound;
  private final double boundWithLatency;

  Workload(String title, double bound, double boundWithLatency) {
    this.title = title;
    this.bound = bound;
    this.boundWithLatency = boundWithLatency;
  }

  String title() {
    return title;
  }

  /** Returns the most that the driver may take, as a multiple of the bare SDK's time. */
  double bound(boolean latency) {
    return latency ? boundWithLatency : bound;
  }

  /** Starts the driver's side. */
  abstract Run driver(URI endpoint) throws SQLException;

  /** Starts the bare SDK's side. */
  abstract Run sdk(URI endpoint);

  /** What is done again and again; the number is another each time. */
  @FunctionalInterface
  interface Step {
    /** Returns something made of all that was read. */
    long once(int number) throws Exception;
  }

  /** A side of a workload, ready to run. */
  record Run(Step step, AutoCloseable resources) implements AutoCloseable {
    Run each(Step some) {
      return new Run(some, resources);
    }

    @Override
    public void close() throws Exception {
      resources.close();
    }
  }

  private static Run closing(AutoCloseable resources) {
    return new Run(number -> 0, resources);
  }

  private static Run lookups(URI endpoint) {
    BareSdk sdk = new BareSdk(endpoint, Endpoints.REGION);
    return closing(sdk).each(n -> detail(sdk.job(jobName(n))));
  }

  /** Starts lookups by the driver, whose texts it has never seen. */
  static Run newTexts(URI endpoint) throws SQLException {
    return texts(
        endpoint, n -> LOOKUP.replace("job_name,", "job_name AS name_" + n + ",") + "'job-00042'");
  }

  private static Run texts(URI endpoint, IntFunction<String> text) throws SQLException {
    Connection connection = connect(endpoint, Endpoints.REGION);
    Statement statement = connection.createStatement();
    return closing(connection).each(n -> rows(statement.executeQuery(text.apply(n))));
  }

  static Connection connect(URI endpoint, String regions) throws SQLException {
    return connect(endpoint, regions, 0);
  }

  static Connection connect(URI endpoint, String regions, int remembered) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("endpoint", endpoint.toString());
    properties.setProperty("regions", regions);
    properties.setProperty("accessKeyId", "AKIDEXAMPLE");
    properties.setProperty("secretAccessKey", "secret");
    properties.setProperty("detailCache", Integer.toString(remembered));
    properties.setProperty("maxConcurrency", Integer.toString(BareSdk.AT_ONCE));
    return DriverManager.getConnection("jdbc:bedrock:", properties);
  }

  private static String jobName(int number) {
    return String.format(ROOT, "job-%05d", number % 9_000 + 1);
  }

  private static long detail(GetModelImportJobResponse job) {
    return hash(job.jobName(), job.statusAsString(), job.roleArn(), job.failureMessage());
  }

  private static int hash(Object... values) {
    return Arrays.hashCode(values);
  }

  /** Reads every value; returns something made of them. */
  static long rows(ResultSet rows) throws SQLException {
    try (rows) {
      long hash = 0;
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          Object value = rows.getObject(i);
          hash = 31 * hash + (value == null ? 0 : value.hashCode());
        }
      }
      return hash;
    }
  }
}
