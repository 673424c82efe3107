package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint as such: where it listens, what it routes, what it looks like on the wire. */
class SandboxTest {
  @Test
  void listensOnAFreePortOfLoopback() {
    try (Sandbox one = Sandbox.builder().start();
        Sandbox other = Sandbox.builder().start()) {
      assertThat(one.endpoint()).hasScheme("http").hasHost("127.0.0.1");
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
    }
  }

  @Test
  void portThatIsTakenIsAnError() {
    try (Sandbox one = Sandbox.builder().start()) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> Sandbox.builder().port(one.endpoint().getPort()).start())
          .withCauseInstanceOf(BindException.class);
    }
  }

  @Test
  void nobodyAnswersWhenItIsClosed() {
    Sandbox closed = Sandbox.startWithSampleJobs();
    closed.close();
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> RawHttp.get(closed, "/model-import-jobs"));
  }

  @Test
  void answersAreJsonWithARequestId() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().start()) {
      HttpResponse<String> response = RawHttp.get(sandbox, "/model-import-jobs");
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
      assertThat(response.headers().firstValue("x-amzn-ErrorType")).isEmpty();
      assertThat(response.body()).isEqualTo("{\"modelImportJobSummaries\":[]}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/guardrails",
        "/model-import-jobs/a/b",
        "/imported-models/a/b",
        "/listTagsForResource",
        "/Model-Import-Jobs"
      })
  void otherPathsAreNoOperation(String path) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().start()) {
      HttpResponse<String> response = RawHttp.get(sandbox, path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(RawHttp.errorType(response)).isEqualTo("UnknownOperationException");
    }
  }

  @Test
  void nothingCanBeWritten() throws IOException {
    try (Sandbox sandbox = Sandbox.startWithSampleJobs()) {
      HttpResponse<String> response = RawHttp.post(sandbox, "/model-import-jobs", "{}");
      assertThat(RawHttp.errorType(response)).isEqualTo("UnknownOperationException");
    }
  }

  @Test
  void runningSandboxDoesNotKeepTheJvmFromEnding() {
    try (Sandbox sandbox = Sandbox.startWithSampleJobs()) {
      assertThat(sandbox.endpoint()).hasHost("127.0.0.1");
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }
}
