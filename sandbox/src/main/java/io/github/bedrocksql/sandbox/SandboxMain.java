package io.github.bedrocksql.sandbox;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Runs the endpoint with the sample account until it is interrupted. */
public final class SandboxMain {
  private static final String USAGE = "Usage: java -jar bedrock-sql-sandbox.jar [--port N]";

  private SandboxMain() {}

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535;
  }

  /** Prints the URL, then serves. */
  public static void main(String[] args) throws InterruptedException {
    int port = 0;
    if (args.length == 2 && "--port".equals(args[0]) && isPort(args[1])) {
      port = Integer.parseInt(args[1]);
    } else if (args.length == 1 && "--help".equals(args[0])) {
      System.out.println(USAGE);
      return;
    } else if (args.length != 0) {
      System.err.println(USAGE);
      System.exit(2);
    }
    serve(port);
  }

  private static void serve(int port) throws InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().sampleJobs().port(port).start()) {
      System.out.println("Bedrock sandbox at " + sandbox.endpoint());
      new CountDownLatch(1).await();
    } catch (UncheckedIOException e) {
      System.err.println("Cannot listen on port " + port + ": " + e.getCause().getMessage());
      System.exit(1);
    }
  }
}
