package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  @Test
  void keepsTheOrderOfInputs() throws UsageException {
    ConsoleOptions options = parse("-e", "select 1", "-f", "a b.sql", "-e", "-- x", "-f", "-");
    assertThat(options.inputs())
        .containsExactly(
            new Input.Text("select 1"),
            new Input.Script(Path.of("a b.sql")),
            new Input.Text("-- x"),
            new Input.StandardInput());
  }

  @Test
  void takesValuesWithAndWithoutEqualsSign() throws UsageException {
    ConsoleOptions options = parse("--region=eu-west-1", "--profile", "p", "--format", "CSV");
    assertThat(options.connection().region()).contains("eu-west-1");
    assertThat(options.connection().profile()).contains("p");
    assertThat(options.format()).contains(Format.CSV);
    assertThat(parse("--url=jdbc:bedrock:a=b").connection().url()).contains("jdbc:bedrock:a=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--regoin x            | unknown option --regoin: did you mean --region?",
        "--sandbx              | unknown option --sandbx: did you mean --sandbox?",
        "-x                    | unknown option -x: did you mean -D?",
        "select                | unexpected argument 'select': give SQL with -e and a file with -f",
        "--region              | --region needs a value",
        "--region=             | --region needs a value",
        "--region --sandbox    | --region needs a value, and --sandbox is an option",
        "--region a --region b | --region is given twice",
        "--sandbox=true        | --sandbox takes no value",
        "--format xml          | unknown format 'xml': choose one of table, vertical, csv, json",
        "--url u --sandbox     | --url and --sandbox exclude each other",
        "--region a --url u    | --url and --region exclude each other",
        "--sandbox --profile p | --sandbox and --profile exclude each other",
        "-e                    | -e needs a value",
        "-e caf\ufffd             | an argument can't be read in this locale; set LC_ALL to one of"
            + " UTF-8, or use -f",
        "-e --help             | -e needs a value, and --help is an option",
        "-f -h                 | -f needs a value, and -h is an option",
        "--region -e x         | --region needs a value, and -e is an option"
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> parse(line.split(" +"))).hasMessage(message);
  }

  private static ConsoleOptions parse(String... arguments) throws UsageException {
    return OptionParser.parse(List.of(arguments));
  }
}
