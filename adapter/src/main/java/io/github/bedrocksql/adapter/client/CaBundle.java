package io.github.bedrocksql.adapter.client;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The certificates that servers are trusted by where {@code AWS_CA_BUNDLE} or a profile's {@code
 * ca_bundle} names a file of them: instead of the JVM's own, as for the AWS CLI. The file is read
 * when the first server is to be spoken to over TLS.
 */
final class CaBundle {
  /** A bundle has some 140 certificates, which every connection would read and parse again. */
  private static final Cache<Version, X509ExtendedTrustManager> READ =
      CacheBuilder.newBuilder().maximumSize(8).build();

  private record Version(Path file, FileTime modified, long size) {
    static Version of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(file, now.lastModifiedTime(), now.size());
    }
  }

  private final Setting named;
  private final Path file;
  private X509ExtendedTrustManager read;

  private CaBundle(Setting named, Path file) {
    this.named = named;
    this.file = file;
  }

  /** Returns the file that the settings name; empty if they name none. */
  static Optional<CaBundle> of(AwsSettings settings) {
    return settings.caBundle().map(named -> new CaBundle(named, settings.path(named)));
  }

  /** Returns what trusts the certificates, and reads them when it is asked. */
  TrustManager[] trust() {
    return new TrustManager[] {new DeferredTrust(this)};
  }

  /**
   * Returns what trusts the certificates, as read the first time.
   *
   * @throws SQLException with SQLState 08001 if the file can't be read
   */
  synchronized X509ExtendedTrustManager read() throws SQLException {
    if (read == null) {
      read = trusting();
    }
    return read;
  }

  private X509ExtendedTrustManager trusting() throws SQLException {
    try {
      Version version = Version.of(file);
      X509ExtendedTrustManager known = READ.getIfPresent(version);
      if (known == null) {
        known = trusting(certificates());
        READ.put(version, known);
      }
      return known;
    } catch (NoSuchFileException e) {
      throw unusable("there is no such file", e);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  private Collection<? extends Certificate> certificates()
      throws IOException, GeneralSecurityException, SQLException {
    // Whole, for they are parsed byte by byte.
    InputStream content = new ByteArrayInputStream(Files.readAllBytes(file));
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509").generateCertificates(content);
    if (certificates.isEmpty()) {
      throw unusable("it contains none", null);
    }
    return certificates;
  }

  private static X509ExtendedTrustManager trusting(Collection<? extends Certificate> certificates)
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
    return Arrays.stream(trust.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new KeyStoreException("the JVM has no trust for X.509"));
  }

  private SQLException unusable(String why, Exception cause) {
    return SqlState.CONNECTION_FAILED.exception(
        named + ": the certificates in " + file + " can't be read: " + why, cause);
  }
}
