package ai.policytracker.ingest.extract;

import java.util.List;

/**
 * A sentence and a company of whose doings it may tell.
 *
 * @param start offset of the sentence in the article's text
 * @param end exclusive
 * @param company canonical id
 * @param traits what is to be seen of the company in the sentence, each a short text: words, pairs
 *     of words, verbs with what they govern, the words of the title
 */
public record Telling(int start, int end, String company, List<String> traits) {}
