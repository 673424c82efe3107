package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.DatabaseMetaData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guard finds the metadata's methods by their names, which no compiler checks. */
class GuardTest {
  @Test
  void whatTheMetadataDeclaresIsJdbcs() {
    List<Method> declared =
        Arrays.stream(BedrockMetaData.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .toList();
    assertThat(declared).hasSizeGreaterThan(40);
    assertThat(declared)
        .allSatisfy(
            method ->
                assertThatCode(
                        () ->
                            DatabaseMetaData.class.getMethod(
                                method.getName(), method.getParameterTypes()))
                    .doesNotThrowAnyException());
  }
}
