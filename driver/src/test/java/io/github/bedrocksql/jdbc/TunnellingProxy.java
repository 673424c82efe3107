package io.github.bedrocksql.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy on loopback. It passes connections with http:// requests on, to where the first
 * request says, and refuses tunnels: what is asked through one would leave this machine.
 */
final class TunnellingProxy implements AutoCloseable {
  private static final String END = "\r\n\r\n";

  private final ServerSocket server;
  private final String wantedAuthorization;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * Starts it.
   *
   * @param wantedAuthorization what the header Proxy-Authorization must say; empty for nothing
   */
  TunnellingProxy(String wantedAuthorization) {
    this.wantedAuthorization = wantedAuthorization;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Returns the properties that make a connection use it. */
  String properties() {
    return "proxyHost=127.0.0.1;proxyPort=" + server.getLocalPort() + ";";
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns the first line of each connection's first request, such as CONNECT host:443. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      String first = head.lines().findFirst().orElse("");
      requests.add(first.replaceFirst(" HTTP/1.1$", ""));
      if (!wantedAuthorization.isEmpty()
          && !head.contains("Proxy-Authorization: " + wantedAuthorization + "\r\n")) {
        answer(
            client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=p\r\n");
      } else if (first.startsWith("CONNECT")) {
        answer(client, "502 Bad Gateway", "");
      } else {
        pass(client, head, URI.create(first.split(" ", -1)[1]));
      }
    } catch (IOException e) {
      return; // Either side has closed the connection.
    }
  }

  private void pass(Socket client, String head, URI target) throws IOException {
    try (Socket far = new Socket(target.getHost(), target.getPort())) {
      sockets.add(far);
      far.getOutputStream().write(head.getBytes(ISO_8859_1));
      threads.execute(
          () -> {
            try {
              client.getInputStream().transferTo(far.getOutputStream());
            } catch (IOException e) {
              return; // Either side has closed the connection.
            }
          });
      far.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static void answer(Socket client, String status, String header) throws IOException {
    String text =
        "HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\nConnection: close" + END;
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith(END)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The request ended in its head");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    try (server) {
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
