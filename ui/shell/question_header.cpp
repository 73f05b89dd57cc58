// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/question_header.h"

#include "session/question_words.h"
#include "ui/charts/bucket_text.h"
#include "ui/shell/words_label.h"
#include "ui/text/number_text.h"

#include <QVBoxLayout>

namespace {

constexpr int headerHeight = 72;

QString separator()
{
    return QStringLiteral("  ·  ");
}

} // namespace

QString questionFacts(const insights::v1::QuerySpec &spec, const ProjectTime &place)
{
    return questionConditions(spec, place).join(separator());
}

QString answerFacts(const insights::v1::QuerySpec &spec, const AnswerFrames &answer, const QString &compared)
{
    QStringList conditions = questionConditions(spec, placeOf(answer.info));
    if (!compared.isEmpty())
        conditions.insert(1, compared);
    QString facts = conditions.join(separator());
    if (const std::size_t first = answer.firstUnfinished(); first < answer.timestamps.size()) {
        const BucketText buckets(answer.info, spec.granularity());
        facts += separator() + QuestionHeader::tr("%1 unfinished").arg(buckets.plate(answer.timestamps[first]));
    }
    double running = 0; // users of a funnel
    for (const auto &step : answer.funnel.steps())
        running += step.still_converting();
    if (running > 0)
        facts += separator()
            + (running == 1 ? QuestionHeader::tr("1 user unfinished")
                            : QuestionHeader::tr("%1 users unfinished").arg(fullNumber(running)));
    return facts;
}

QuestionHeader::QuestionHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_question(new WordsLabel(theme, Type::Question))
    , m_facts(new WordsLabel(theme, Type::Table))
    , m_forms(new QHBoxLayout)
{
    m_question->setObjectName(QStringLiteral("questionWords"));
    m_facts->setObjectName(QStringLiteral("questionFacts"));
    setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    row->addLayout(column, 1);
    row->addLayout(m_forms);
    m_forms->setAlignment(Qt::AlignTop);
    column->addWidget(m_question);
    column->addWidget(m_facts);
    column->addStretch();
}

void QuestionHeader::setQuestion(const insights::v1::QuerySpec &spec, const QString &facts)
{
    m_question->setWords(questionWords(spec));
    m_shownFacts = facts;
    showFacts();
}

void QuestionHeader::setSavedName(const QString &name, bool isEdited)
{
    m_saved.clear();
    if (!name.isEmpty())
        m_saved.push_back({name, true});
    if (!name.isEmpty() && isEdited)
        m_saved.push_back({separator() + tr("edited")});
    showFacts();
}

void QuestionHeader::showFacts()
{
    Words words = m_saved;
    if (!m_shownFacts.isEmpty())
        words.push_back({words.empty() ? m_shownFacts : separator() + m_shownFacts});
    m_facts->setWords(words);
}

void QuestionHeader::addForm(QWidget *form)
{
    form->hide();
    m_forms->addWidget(form, 0, Qt::AlignTop);
}

void QuestionHeader::showForm(QWidget *form)
{
    for (int i = 0; i < m_forms->count(); ++i)
        m_forms->itemAt(i)->widget()->setVisible(m_forms->itemAt(i)->widget() == form);
}

void QuestionHeader::clear()
{
    m_question->setWords({});
    m_shownFacts.clear();
    showFacts();
}
