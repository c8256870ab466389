package copydesk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.languagetool.AnalyzedSentence;
import org.languagetool.AnalyzedTokenReadings;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.languagetool.server.HTTPServer;

/**
 * Starts LanguageTool's server and loads, all at once, what it would load one after another with the first text.
 *
 * <p>Everything that is loaded here is kept by LanguageTool for all later texts, and the same is found with or without
 * it. Says READY when the server listens and the first language is loaded; what cannot be loaded is left to the first
 * text.
 */
public final class Loader {
  private static final String READY = "Everything is loaded";
  private static final String SENTENCE = "There are plans for it.";

  private Loader() {}

  public static void main(String[] args) throws InterruptedException {
    String[] codes = System.getProperty("copydesk.languages").split(",");
    List<Thread> first = loadAll(codes[0]);
    HTTPServer.main(args);
    for (Thread part : first) {
      part.join();
    }
    System.out.println(READY);
    // Texts in the first language do not wait for the others.
    for (int next = 1; next < codes.length; next++) {
      loadAll(codes[next]);
    }
  }

  private static List<Thread> loadAll(String code) {
    List<Thread> parts = new ArrayList<>();
    // What takes longest first: on few processors it decides when all is there.
    parts.add(load(() -> language(code).getDefaultSpellingRule().isMisspelled(SENTENCE)));
    parts.add(load(() -> new JLanguageTool(language(code))));
    parts.add(load(() -> language(code).createDefaultChunker()));
    parts.add(load(() -> disambiguate(language(code))));
    return parts;
  }

  private static Language language(String code) {
    return Languages.getLanguageForShortCode(code);
  }

  private static AnalyzedSentence disambiguate(Language language) throws Exception {
    List<String> words = language.getWordTokenizer().tokenize(SENTENCE);
    List<AnalyzedTokenReadings> readings = language.getTagger().tag(words);
    return language.getDisambiguator().disambiguate(new AnalyzedSentence(readings.toArray(AnalyzedTokenReadings[]::new)));
  }

  private static Thread load(Callable<?> part) {
    Thread thread = new Thread(() -> {
      try {
        part.call();
      } catch (Exception | LinkageError error) {
        System.out.println("Not loaded ahead: " + error);
      }
    });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
