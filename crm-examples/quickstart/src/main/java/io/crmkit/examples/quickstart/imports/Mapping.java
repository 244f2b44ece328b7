package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.value.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the files' words become ours: the mapping that comes with the program, and over it that of
 * the folder, {@code mapping.properties}, if there is one. It counts how often an alias was used.
 * Not thread-safe.
 */
public final class Mapping {

  /** The file in the folder that overrides what comes with the program. */
  public static final String FILE = "mapping.properties";

  /**
   * A word of the files that is taken for another.
   *
   * @param field in which field
   * @param from the word in the files
   * @param to the word it is taken for
   */
  public record Alias(String field, String from, String to) implements Comparable<Alias> {
    @Override
    public int compareTo(Alias other) {
      return (field + from).compareTo(other.field + other.from);
    }
  }

  private final Properties properties;
  private final Map<Alias, Integer> used = new TreeMap<>();

  private Mapping(Properties properties) {
    this.properties = properties;
  }

  /**
   * Reads the mapping for a folder.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException naming everything that it lacks or says wrongly
   */
  public static Mapping of(Path folder) throws IOException {
    Properties properties = new Properties();
    try (InputStream own = Mapping.class.getResourceAsStream(FILE)) {
      if (own == null) {
        throw new IOException("this jar is not whole, it lacks " + FILE);
      }
      properties.load(new InputStreamReader(own, StandardCharsets.UTF_8));
    }
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    }
    Mapping mapping = new Mapping(properties);
    mapping.check(file);
    return mapping;
  }

  private void check(Path file) {
    List<String> faults = new ArrayList<>();
    attempt(faults, "currency", this::currency);
    attempt(faults, "revenue.unit", () -> new BigDecimal(need("revenue.unit")));
    if (need("source").isEmpty()) {
      faults.add("source: must be given");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(file + ": " + String.join("; ", faults));
    }
  }

  private void attempt(List<String> faults, String key, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      faults.add(key + ": cannot be used: \"" + need(key) + "\"");
    }
  }

  private String need(String key) {
    return properties.getProperty(key, "").strip();
  }

  /** The name of the program that the files come from. */
  public String source() {
    return need("source");
  }

  /** The currency of every amount in the files. */
  public Currency currency() {
    return Currency.getInstance(need("currency"));
  }

  /** An amount of the files, in the smallest unit that the currency has. */
  Money money(BigDecimal amount) {
    return new Money(amount, currency()).rounded(RoundingMode.HALF_UP);
  }

  /** A revenue, which the files give in another unit. */
  Money revenue(BigDecimal amount) {
    return money(amount.multiply(new BigDecimal(need("revenue.unit"))));
  }

  /** The stage of our pipeline for a stage of the files. */
  Optional<String> stage(String word) {
    return Optional.ofNullable(properties.getProperty("stage." + word));
  }

  /** The word that is meant; counts if it is another than the one written. */
  @Nullable String meant(String field, @Nullable String word) {
    if (word == null) {
      return null;
    }
    String meant = properties.getProperty("alias." + field + "." + word);
    if (meant == null) {
      return word;
    }
    used.merge(new Alias(field, word, meant), 1, Integer::sum);
    return meant;
  }

  /** How many rows each alias was used for. */
  public Map<Alias, Integer> used() {
    return Collections.unmodifiableMap(used);
  }
}
