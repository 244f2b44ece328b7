package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reasons.md} to the reasons that the modules declare. */
class ReasonsTest {

  private static final List<String> MODULES =
      List.of("crm-api", "crm-core", "crm-sales", "crm-assets", "crm-service", "crm-proposals");
  private static final int LEAST = 60;
  private static final Pattern DETAIL = Pattern.compile("\\{(\\w+)}");

  private static List<ReasonCode> reasons = List.of();

  @BeforeAll
  static void readTheModules() {
    reasons = reasons();
  }

  @Test
  void everyReasonIsDocumented() throws IOException {
    Path file = BuiltModules.root().resolve("docs/reasons.md");
    if (Boolean.getBoolean("crmkit.baseline.write")) {
      Files.writeString(file, page());
    }

    assertThat(Files.readString(file)).isEqualTo(page());
  }

  @Test
  void noTwoReasonsShareACode() {
    assertThat(reasons).hasSizeGreaterThan(LEAST);
    assertThat(reasons).extracting(ReasonCode::code).doesNotHaveDuplicates();
  }

  @Test
  void codesNameTheirModuleAndAreWordsWithHyphens() {
    assertThat(reasons)
        .extracting(ReasonCode::code)
        .allMatch(c -> c.matches("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+"));
  }

  @Test
  void everyReasonSpeaksChinese() {
    assertThat(reasons).allMatch(r -> r.chinese().codePoints().anyMatch(Character::isIdeographic));
  }

  @Test
  void bothLanguagesTellTheSameDetails() {
    assertThat(reasons)
        .allSatisfy(r -> assertThat(details(r.chinese())).isEqualTo(details(r.english())));
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Reasons for refusals

            Every reason that a `Refused` can carry: its stable code, and its texts. Words in braces are the
            reason's details. This page is written from the code and checked against it.

            | code | English | 中文 |
            |---|---|---|
            """);
    reasons.forEach(
        r -> page.append("| `%s` | %s | %s |%n".formatted(r.code(), r.english(), r.chinese())));
    return page.toString();
  }

  private static List<String> details(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = DETAIL.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names.stream().sorted().distinct().toList();
  }

  private static List<ReasonCode> reasons() {
    List<ReasonCode> found = new ArrayList<>();
    for (String module : MODULES) {
      for (JavaClass type : new ClassFileImporter().importPath(BuiltModules.classes(module))) {
        if (type.isEnum() && type.isAssignableTo(ReasonCode.class)) {
          for (Object constant : type.reflect().getEnumConstants()) {
            found.add((ReasonCode) constant);
          }
        }
      }
    }
    found.sort(Comparator.comparing(ReasonCode::code));
    return found;
  }
}
