package io.github.bedrocksql.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that says what no HTTP server would: one request a connection, answered in bytes. */
final class RawServer implements AutoCloseable {
  /** A page of one job. */
  static final String PAGE =
      "{\"modelImportJobSummaries\":[{\"jobArn\":"
          + "\"arn:aws:bedrock:us-west-2:111122223333:model-import-job/jobid0000001\","
          + "\"jobName\":\"job-00001\",\"status\":\"Completed\","
          + "\"creationTime\":\"2026-01-01T00:00:00Z\"}]}";

  private final ServerSocket socket;
  private final Function<String, Said> answers;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * What is sent.
   *
   * @param reset whether the connection is then reset rather than closed
   */
  record Said(String text, boolean reset) {}

  /** Listens; {@code answers} are made of a request's head. */
  RawServer(Function<String, Said> answers) {
    this.answers = answers;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns an answer of HTTP, its headers each ended by a line break. */
  static String http(int status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + " As Asked\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + "x-amzn-RequestId: 00000000-0000-0000-0000-000000000001\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  int port() {
    return socket.getLocalPort();
  }

  String endpoint() {
    return "http://127.0.0.1:" + port();
  }

  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          System.err.println("raw server: " + e.getMessage());
        }
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    requests.incrementAndGet();
    Said said = answers.apply(head.toString());
    connection.getOutputStream().write(said.text().getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
    if (said.reset()) {
      connection.setSoLinger(true, 0);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
