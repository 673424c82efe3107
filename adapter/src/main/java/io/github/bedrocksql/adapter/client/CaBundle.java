package io.github.bedrocksql.adapter.client;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates that servers are trusted by where {@code AWS_CA_BUNDLE} or a profile's {@code
 * ca_bundle} names a file of them: instead of the JVM's own, as for the AWS CLI.
 */
final class CaBundle {
  /** A bundle has some 140 certificates, which every connection would read and parse again. */
  private static final Cache<Version, ImmutableList<TrustManager>> READ =
      CacheBuilder.newBuilder().maximumSize(8).build();

  private record Version(Path file, FileTime modified, long size) {
    static Version of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(file, now.lastModifiedTime(), now.size());
    }
  }

  private CaBundle() {}

  /**
   * Returns what trusts the certificates; empty if no file is named.
   *
   * @throws SQLException with SQLState 08001 if the file can't be read
   */
  static Optional<TrustManager[]> of(AwsSettings settings) throws SQLException {
    Optional<Setting> named = settings.caBundle();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Path file = settings.path(named.get());
    try {
      Version version = Version.of(file);
      ImmutableList<TrustManager> known = READ.getIfPresent(version);
      if (known == null) {
        known = ImmutableList.copyOf(trusting(certificates(file, named.get())));
        READ.put(version, known);
      }
      return Optional.of(known.toArray(new TrustManager[0]));
    } catch (NoSuchFileException e) {
      throw unusable(named.get(), file, "there is no such file", e);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(named.get(), file, e.getMessage(), e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file, Setting named)
      throws IOException, GeneralSecurityException, SQLException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw unusable(named, file, "it contains none", null);
      }
      return certificates;
    }
  }

  private static TrustManager[] trusting(Collection<? extends Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry(Integer.toString(number++), certificate);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }

  private static SQLException unusable(Setting named, Path file, String why, Exception cause) {
    return SqlState.CONNECTION_FAILED.exception(
        named + ": the certificates in " + file + " can't be read: " + why, cause);
  }
}
