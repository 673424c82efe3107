package io.github.bedrocksql.sandbox;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server on loopback; its threads end with the JVM. */
final class LoopbackServer implements AutoCloseable {
  private static final String NODELAY = "sun.net.httpserver.nodelay";
  // The default, 50, makes a burst of connections wait a second for TCP to try again.
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts one.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  static LoopbackServer start(int port, HttpHandler handler) throws IOException {
    // Without it the JDK's server answers 40 ms late. Read once, at its first use in the JVM.
    if (System.getProperty(NODELAY) == null) {
      System.setProperty(NODELAY, "true");
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            new ThreadFactoryBuilder().setDaemon(true).setNameFormat("bedrock-sandbox-%d").build());
    server.setExecutor(threads);
    server.createContext("/", handler);
    startInBackground(server);
    return new LoopbackServer(server, threads);
  }

  /**
   * The JDK's server makes its own thread as the one it is started from: a daemon ends with the
   * JVM.
   */
  private static void startInBackground(HttpServer server) {
    Thread starter = new Thread(server::start, "bedrock-sandbox-start");
    starter.setDaemon(true);
    starter.start();
    Uninterruptibles.joinUninterruptibly(starter);
  }

  /** Returns {@code http://127.0.0.1:PORT}. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
