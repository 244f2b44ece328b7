package io.crmkit.api.customer.interaction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction was about.
 *
 * @param subject one line, 1 to 300 characters
 * @param body what was said or written, up to 100,000 characters, or null
 */
public record Content(String subject, @Nullable String body) {

  public Content {
    Objects.requireNonNull(subject, "subject");
  }
}
