package io.github.bedrocksql.clients.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report that users are given, filled from the endpoint and exported. */
class JasperReportsIT {
  private static JasperReport report;

  private Wire wire;

  @BeforeAll
  static void compile() throws JRException {
    // A server has no screen.
    System.setProperty("java.awt.headless", "true");
    Path source = Path.of(System.getProperty("docs.dir"), "jasperreports", "imports.jrxml");
    report = JasperCompileManager.compileReport(source.toString());
  }

  @BeforeEach
  void open() {
    wire = Wire.withSampleJobs();
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private JasperPrint filled(Map<String, Object> parameters) throws JRException, SQLException {
    try (Connection connection = DriverManager.getConnection(wire.url())) {
      return JasperFillManager.fillReport(report, new HashMap<>(parameters), connection);
    }
  }

  private static String pdfText(JasperPrint print) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(JasperExportManager.exportReportToPdf(print))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(print.getPages().size()).isPositive();
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void failedImportsAsPdf() throws Exception {
    Instant now = Instant.now();
    JasperPrint print = filled(Map.of());
    assertThat(print.getPages()).hasSize(1);
    assertThat(print.getPages().get(0).getElements())
        .as("the chart")
        .anySatisfy(element -> assertThat(element).isInstanceOf(JRPrintImage.class));
    assertThat(pdfText(print))
        .contains("Model imports")
        .containsSubsequence(
            "gpt-bigcode-15b-review", "KMS key is disabled",
            "flan-t5-xl-summaries", "Unable to reach Amazon S3 from the VPC",
            "mixtral-8x7b-claims", "config.json is missing",
            "llama-3-1-8b-support", "Access denied to S3")
        .contains("4 imports: Failed")
        .contains(created(now.minus(Duration.parse("P6DT6H45M"))));
  }

  /** As the report shows a time, whatever the zone of the JVM; the minute may have just ended. */
  private static String created(Instant instant) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:").withZone(ZoneOffset.UTC).format(instant);
  }

  @Test
  void theChartIsOneListAndTheTableAnotherWithItsDetails() throws Exception {
    filled(Map.of());
    assertThat(wire.calls())
        .hasSize(6)
        .filteredOn(call -> call.startsWith("ListModelImportJobs "))
        .hasSize(2);
  }

  @Test
  void aParameterGoesToTheApi() throws Exception {
    JasperPrint print = filled(Map.of("status", "InProgress"));
    assertThat(pdfText(print))
        .contains("1 imports: InProgress")
        .contains("llama-3-3-70b-legal-v2")
        .doesNotContain("gpt-bigcode-15b-review");
    assertThat(wire.calls())
        .anySatisfy(call -> assertThat(call).contains("statusEquals=InProgress"));
  }
}
