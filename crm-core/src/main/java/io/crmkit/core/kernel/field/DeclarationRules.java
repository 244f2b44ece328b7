package io.crmkit.core.kernel.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldLabel;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a declaration makes sense. */
public final class DeclarationRules {

  private static final int MAX_LABEL = 200;
  private static final int MAX_CHOICES = 500;
  private static final int MAX_PATTERN = 500;
  private static final java.util.regex.Pattern CODE =
      java.util.regex.Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
  private static final Set<FieldType> BOUNDED =
      Set.of(FieldType.NUMBER, FieldType.MONEY, FieldType.DATE, FieldType.INSTANT);

  private final FieldDefinition field;
  private final List<Fault> faults = new ArrayList<>();

  private DeclarationRules(FieldDefinition field) {
    this.field = field;
  }

  /**
   * Finds what is wrong with a definition by itself.
   *
   * @param module the id of the module that declares it; null for a tenant's own
   */
  public static List<Fault> check(FieldDefinition field, @Nullable String module) {
    DeclarationRules rules = new DeclarationRules(field);
    rules.key(module);
    rules.label("label", field.label());
    rules.target();
    rules.choices();
    rules.text();
    if (rules.faults.isEmpty()) {
      rules.bounds();
      rules.standard();
    }
    return rules.faults;
  }

  private void fault(String path, String problem) {
    faults.add(new Fault(path, problem));
  }

  private void key(@Nullable String module) {
    try {
      Field<?> unused = Field.text(field.key());
    } catch (IllegalArgumentException e) {
      fault("key", String.valueOf(e.getMessage()));
      return;
    }
    if (module == null && field.key().contains(".")) {
      fault("key", "has a point, which only those of modules have");
    } else if (module != null && !field.key().startsWith(module + ".")) {
      fault("key", "must begin with the module's id: " + module + "." + field.key());
    }
  }

  private void label(String path, FieldLabel label) {
    label
        .texts()
        .forEach(
            (language, text) -> {
              if (text.isBlank() || text.length() > MAX_LABEL) {
                fault(path + "." + language, "must have 1 to " + MAX_LABEL + " characters");
              }
              try {
                Locale unused = new Locale.Builder().setLanguageTag(language).build();
              } catch (IllformedLocaleException e) {
                fault(path + "." + language, "is under no language tag");
              }
            });
  }

  private void target() {
    boolean reference = field.type() == FieldType.REFERENCE;
    if (reference && field.target() == null) {
      fault("target", "is missing: what does it refer to?");
    } else if (!reference && field.target() != null) {
      fault("target", "is for references only");
    }
  }

  private void choices() {
    List<FieldChoice> choices = field.rules().choices();
    boolean chooses = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
    if (chooses && choices.isEmpty()) {
      fault("rules.choices", "are missing");
    } else if (!chooses && !choices.isEmpty()) {
      fault("rules.choices", "are for the types CHOICE and CHOICES only");
    } else if (choices.size() > MAX_CHOICES) {
      fault("rules.choices", "has more than " + MAX_CHOICES + " entries");
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < choices.size(); i++) {
      String path = "rules.choices[" + i + "].";
      String code = choices.get(i).code();
      if (!CODE.matcher(code).matches()) {
        fault(path + "code", "is a word of up to 60 letters, digits, points, dashes, underscores");
      } else if (!codes.add(code)) {
        fault(path + "code", "is there twice");
      }
      label(path + "label", choices.get(i).label());
    }
  }

  private void text() {
    FieldRules rules = field.rules();
    boolean isText = field.type() == FieldType.TEXT;
    Integer length = rules.maxLength();
    int most = field.use().isSearchable() ? ValueRules.MAX_SEARCHABLE : ValueRules.MAX_TEXT;
    if (length != null && !isText) {
      fault("rules.maxLength", "is for texts only");
    } else if (length != null && (length < 1 || length > most)) {
      fault("rules.maxLength", "must be 1 to " + most);
    }
    String pattern = rules.pattern();
    if (pattern != null && !isText) {
      fault("rules.pattern", "is for texts only");
    } else if (pattern != null && pattern.length() > MAX_PATTERN) {
      fault("rules.pattern", "has more than " + MAX_PATTERN + " characters");
    } else if (pattern != null) {
      compiled(pattern);
    }
  }

  private void compiled(String pattern) {
    try {
      Pattern unused = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      fault("rules.pattern", "is no regular expression that takes linear time: " + e.getMessage());
    }
  }

  private void bounds() {
    FieldRules rules = field.rules();
    if (BOUNDED.contains(field.type())) {
      FieldDefinition unbounded = with(rules.withAtLeast(null).withAtMost(null).withStandard(null));
      bound("rules.atLeast", unbounded, rules.atLeast());
      bound("rules.atMost", unbounded, rules.atMost());
      String most = rules.atMost();
      if (faults.isEmpty() && most != null && rules.atLeast() != null) {
        FieldDefinition open = with(rules.withAtMost(null));
        if (ValueRules.problemOf(open, field.key(), most, null) != null) {
          fault("rules.atMost", "is smaller than rules.atLeast");
        }
      }
    } else if (rules.atLeast() != null || rules.atMost() != null) {
      fault("rules", "has bounds, which are for numbers, money, days and moments only");
    }
  }

  private void bound(String path, FieldDefinition unbounded, @Nullable String bound) {
    String problem =
        bound == null ? null : ValueRules.problemOf(unbounded, field.key(), bound, null);
    if (problem != null) {
      fault(path, problem);
    }
  }

  private void standard() {
    String standard = field.rules().standard();
    if (standard == null || !faults.isEmpty()) {
      return;
    }
    if (field.type() == FieldType.MONEY || field.type() == FieldType.REFERENCE) {
      fault("rules.standard", "is not for money and references");
      return;
    }
    String problem = ValueRules.problemOf(field, field.key(), standard, null);
    if (problem != null) {
      fault("rules.standard", problem);
    }
  }

  private FieldDefinition with(FieldRules rules) {
    return new FieldDefinition(
        field.entity(),
        field.key(),
        field.type(),
        field.label(),
        rules,
        field.use(),
        field.target(),
        field.origin());
  }
}
