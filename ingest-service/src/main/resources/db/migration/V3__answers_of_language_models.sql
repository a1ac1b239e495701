-- What a language model answered to an article: the same question is not asked, or paid for, twice.
CREATE TABLE model_answer (
  -- Hash of all that the model was shown of the article.
  article     text NOT NULL,
  -- Provider and name.
  model       text NOT NULL,
  -- Hash of the prompt.
  prompt      text NOT NULL,
  answer      text NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (article, model, prompt)
);
