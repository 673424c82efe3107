package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.bedrocksql.adapter.config.SdkProvider;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

class OwnCredentialsTest {
  /** A version of the SDK with more of them fails here. */
  @Test
  void thereAreNoOthersThatNeedNoSettings() {
    Set<String> known =
        Arrays.stream(SdkProvider.values())
            .map(SdkProvider::simpleName)
            .collect(ImmutableSet.toImmutableSet());
    Set<String> there =
        new ClassFileImporter()
            .importPackages("software.amazon.awssdk.auth.credentials").stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().endsWith(".internal"))
                .filter(type -> type.isAssignableTo(AwsCredentialsProvider.class))
                .filter(type -> type.tryGetMethod("create").isPresent())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    assertThat(known).containsExactlyInAnyOrderElementsOf(there);
  }
}
