package io.github.bedrocksql.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL 15: one that {@code -Dpostgres.url=jdbc:postgresql:…} names, or one of our own,
 * started in a directory that is deleted afterwards, of the binaries in {@code -Dpostgres.bin} or
 * where Debian has them.
 */
final class PostgresServer implements AutoCloseable {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15/bin");
  private static final long SECONDS = 60;

  private final String url;
  private final Optional<Cluster> cluster;

  private PostgresServer(String url, Optional<Cluster> cluster) {
    this.url = url;
    this.cluster = cluster;
  }

  /**
   * Returns a running server.
   *
   * @throws TestAbortedException if there is none here and none can be started; the message says
   *     why
   */
  static PostgresServer running() {
    String url = System.getProperty("postgres.url", "");
    if (!url.isEmpty()) {
      return new PostgresServer(url, Optional.empty());
    }
    Path binaries = Path.of(System.getProperty("postgres.bin", DEBIAN.toString()));
    if (!Files.isExecutable(binaries.resolve("initdb"))) {
      throw absent("there is no " + binaries.resolve("initdb"));
    }
    Cluster cluster = new Cluster(binaries);
    return new PostgresServer(cluster.start(), Optional.of(cluster));
  }

  private static TestAbortedException absent(String why) {
    String message = "Not compared with PostgreSQL 15: " + why;
    System.out.println(message);
    return new TestAbortedException(message);
  }

  /** Opens a connection to a schema of its own, in UTC. */
  Connection connect(String schema) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (var statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = warning");
      statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      statement.execute("CREATE SCHEMA " + schema);
      statement.execute("SET search_path = " + schema);
      statement.execute("SET TimeZone = 'UTC'");
    }
    return connection;
  }

  @Override
  public void close() {
    cluster.ifPresent(Cluster::stop);
  }

  /** A cluster in a temporary directory. */
  private static final class Cluster {
    /** Who runs it if we are root, as whom it refuses to run. */
    private static final String USER = "postgres";

    private final Path binaries;
    private final Path directory;
    private final boolean root = System.getProperty("user.name").equals("root");

    Cluster(Path binaries) {
      this.binaries = binaries;
      try {
        this.directory = Files.createTempDirectory("postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Returns the URL of the server, now running. */
    String start() {
      int port = freePort();
      if (root) {
        run(List.of("chown", USER, directory.toString()));
      }
      run(
          command(
              "initdb", "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
      String options =
          "-F -c listen_addresses=localhost -c unix_socket_directories= -c port=" + port;
      run(
          command(
              "pg_ctl", "-w", "-l", directory.resolve("log").toString(), "-o", options, "start"));
      return "jdbc:postgresql://localhost:%d/postgres?user=%s&stringtype=unspecified"
          .formatted(port, USER);
    }

    void stop() {
      run(command("pg_ctl", "-m", "immediate", "stop"));
      run(List.of("rm", "-r", directory.toString()));
    }

    private List<String> command(String program, String... arguments) {
      List<String> command = new ArrayList<>();
      if (root) {
        command.addAll(List.of("runuser", "-u", USER, "--"));
      }
      command.add(binaries.resolve(program).toString());
      command.addAll(List.of("-D", directory.resolve("cluster").toString()));
      command.addAll(List.of(arguments));
      return command;
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What it prints goes to a file: a server would keep a pipe open. */
    private void run(List<String> command) {
      Path output = directory.resolveSibling(directory.getFileName() + ".output");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(directory.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw absent(command + ": " + Files.readString(output));
        }
        Files.delete(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
