// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"
#include "ui/builder/fuzzy.h"
#include "ui/spec/spec_reading.h"

#include <QWidget>

class QMenu;
class QTimer;
class QToolButton;
class SpecEditor;
class SpecFoot;
class Theme;

// The question as its JSON, at the right of the window. A text that can be asked is an edit of the draft, at once; one
// that cannot is marked where it is wrong and leaves the draft alone. Another edit of the draft replaces the text,
// unless it says the same already; to take that edit back brings the text back.
class SpecPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int leastWidth = 320;
    static constexpr int usualWidth = 440;

    SpecPanel(DraftQuery &draft, const Theme &theme, QWidget *parent = nullptr);

    // Makes a text the question, as one step of undo named `what`; false when it cannot be asked.
    bool load(const QString &text, const QString &what);
    void showText(const QString &text); // and where it is wrong, with the caret there
    void returnToDraft(); // sets a text that cannot be asked aside, as a step of undo
    void format(); // lays the text out anew, or goes to where it is no JSON
    void setCopyMenu(QMenu *menu); // "Copy as" of the window
    // Names of the project, offered where one stands.
    void setNames(std::vector<Candidate> events, std::vector<Candidate> properties);
    int problemCount() const { return int(m_problems.size()); }
    int problemLine() const { return m_problems.empty() ? 0 : m_problems.front().place.line; } // from 1; 0 without
    bool isInStep() const { return m_isInStep; } // the text says what the draft does
    QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void problemsChanged();
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void connectSignals();
    void follow();
    void showDraft();
    void showTyped(const TypedText &typed);
    void keepTyped();
    void readText();
    void judge();
    void adopt(const insights::v1::QuerySpec &spec);
    void showProblems(std::vector<SpecProblem> problems);
    void tellProblem();
    void goToNextProblem();
    void goToProblemBefore();
    void fixProblem(int problem);
    int toldProblem() const;
    void undo();
    void redo();
    Calendar calendar() const { return m_draft.place().calendar(); }

    DraftQuery &m_draft;
    const Theme &m_theme;
    SpecEditor *m_editor;
    SpecFoot *m_foot;
    QToolButton *m_format;
    QToolButton *m_copyAs;
    QToolButton *m_close;
    QTimer *m_pause; // of typing in a long text, before it is read
    QString m_text; // that the marks are of
    std::vector<SpecProblem> m_problems;
    bool m_isInStep = true;
    bool m_isOwnEdit = false;
    bool m_isStale = true; // the draft went on while the panel was hidden
    int m_mergeKey;
    int m_editedLine = -1;
};
