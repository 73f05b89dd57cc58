// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tile_view.h"

#include "ui/builder/controls.h"
#include "ui/charts/cell_delegate.h"
#include "ui/charts/loading_overlay.h"
#include "ui/shell/cohort_view.h"
#include "ui/shell/failed_state.h"
#include "ui/shell/funnel_view.h"
#include "ui/shell/number_view.h"
#include "ui/shell/table_view.h"
#include "ui/shell/tile_legend.h"
#include "ui/shell/tile_title.h"
#include "ui/shell/trend_view.h"
#include "ui/shell/welcome_parts.h"
#include "ui/shell/words_label.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int padding = 16;

void addFact(Words &words, const QString &fact)
{
    words.push_back({words.empty() ? fact : QStringLiteral(" · ") + fact});
}

AnswerView *newView(AnswerKind kind, const Theme &theme, QObject *parent)
{
    switch (kind) {
    case AnswerKind::Funnel: return new FunnelView(theme, parent);
    case AnswerKind::Retention: return new CohortView(theme, parent);
    case AnswerKind::Table: return new TableView(theme, parent);
    case AnswerKind::Number: return new NumberView(theme, parent);
    case AnswerKind::Trend: break;
    }
    return new TrendView(theme, parent);
}

} // namespace

TileView::TileView(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new TileTitle(theme, this))
    , m_facts(new WordsLabel(theme, Type::Caption, this))
    , m_legend(new TileLegend(theme, this))
    , m_more(iconButton(theme, QStringLiteral("more"), tr("More"), this))
    , m_stale(new QLabel(this))
    , m_stage(new QWidget(this))
    , m_stageColumn(new QVBoxLayout(m_stage))
    , m_nothing(new Overlay(m_stage))
    , m_loading(new LoadingOverlay(theme, m_stage))
    , m_failed(new QWidget(m_stage))
    , m_failure(new QLabel(m_failed))
{
    setObjectName(QStringLiteral("tileView"));
    setProperty("plate", "surface");
    arrange();
    connect(m_title, &QAbstractButton::clicked, this, &TileView::openWanted);
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    m_loading->setCompact();
    connect(m_loading, &LoadingOverlay::appeared, this, [this] { setDimmed(true); });
    connect(&theme, &Theme::changed, this, &TileView::showLegend);
}

void TileView::arrange()
{
    m_stale->setFont(m_theme.font(Type::Caption));
    m_stale->setProperty("tone", "warn");
    m_failure->setObjectName(QStringLiteral("tileFailure"));
    m_failure->setFont(m_theme.font(Type::Table));
    m_failure->setWordWrap(true);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setTextFormat(Qt::PlainText);
    auto *retry = new QPushButton(tr("Try again"), m_failed);
    retry->setObjectName(QStringLiteral("tileRetry"));
    connect(retry, &QPushButton::clicked, this, &TileView::retryWanted);
    auto *failed = new QVBoxLayout(m_failed);
    failed->setContentsMargins(padding, 0, padding, 0);
    failed->setSpacing(8);
    failed->addStretch();
    failed->addWidget(iconLabel(m_theme, QStringLiteral("error"), Role::Bad), 0, Qt::AlignHCenter);
    failed->addWidget(m_failure);
    failed->addWidget(retry, 0, Qt::AlignHCenter);
    failed->addStretch();
    auto *nothing = new QLabel(tr("Nothing in this time"));
    nothing->setObjectName(QStringLiteral("tileNothing"));
    nothing->setFont(m_theme.font(Type::Table));
    nothing->setProperty("tone", "text2");
    nothing->setAlignment(Qt::AlignCenter);
    auto *nothingColumn = new QVBoxLayout(m_nothing);
    nothingColumn->addWidget(nothing);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_nothing->hide();
    m_stageColumn->setContentsMargins(0, 0, 0, 0);
    m_stageColumn->addWidget(m_failed);
    m_failed->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(padding, 0, 8, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_stale);
    head->addWidget(m_more);
    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(padding, 0, padding, 4);
    facts->addWidget(m_facts);
    auto *legend = new QHBoxLayout;
    legend->setContentsMargins(padding, 0, padding, 0);
    legend->addWidget(m_legend);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(facts);
    column->addLayout(legend);
    column->addWidget(m_stage, 1);
}

void TileView::setController(const QueryController &controller)
{
    if (m_controller == &controller)
        return;
    m_controller = &controller; // the one before is gone
    connect(m_controller, &QueryController::stateChanged, this, &TileView::showState);
    connect(m_controller, &QueryController::besidesChanged, this, [this] {
        if (m_view != nullptr && m_shown && m_shown == m_controller->lastAnswer())
            showBesides();
    });
    m_shown.reset();
    showState();
}

void TileView::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString TileView::title() const
{
    return m_title->text();
}

void TileView::setQuestion(const insights::v1::QuerySpec &spec, const QString &range)
{
    m_question = questionWords(spec);
    if (plainText(m_question) == title())
        m_question.clear(); // said already
    if (!range.isEmpty())
        addFact(m_question, range);
    showFacts();
}

// With what the answer is held against where the chart has no words for it.
void TileView::showFacts()
{
    Words words = m_question;
    if (const QString compared = m_view != nullptr ? m_view->sheetBody().facts : QString(); !compared.isEmpty())
        addFact(words, compared);
    m_facts->setWords(words);
}

void TileView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

void TileView::showView(AnswerKind kind)
{
    if (m_view != nullptr && m_kind == kind)
        return;
    if (m_view != nullptr) {
        m_view->chart()->deleteLater();
        m_view->deleteLater();
    }
    m_kind = kind;
    m_view = newView(kind, m_theme, this);
    m_view->setCompact();
    connect(m_view, &AnswerView::usersWanted, this, &TileView::usersWanted);
    m_view->chart()->setMinimumSize(1, 1); // as small as its tile
    for (QWidget *beside : {m_view->side(), m_view->form()})
        if (beside != nullptr) { // has no room here, and goes with the chart
            beside->setParent(m_view->chart());
            beside->hide();
        }
    const int toEdge = kind == AnswerKind::Table ? padding - CellDelegate::padding - 1 : 0; // its words under the title
    m_stageColumn->setContentsMargins(toEdge, 0, toEdge, 0);
    m_stageColumn->addWidget(m_view->chart(), 1);
    m_nothing->raise();
    m_loading->raise();
}

void TileView::showState()
{
    const QueryState &state = m_controller->state();
    if (m_controller->lastAnswer())
        showAnswer(m_controller->lastAnswer());
    const auto *failed = std::get_if<Failed>(&state);
    m_stale->setVisible(m_shown && (m_shown->isKept || failed));
    if (m_shown)
        m_stale->setText(momentText(m_shown->at, QDateTime::currentDateTime()));
    m_stale->setToolTip(failed ? QString::fromStdString(failed->failure.message).toHtmlEscaped() : QString());
    m_failed->setVisible(failed && !m_shown);
    m_nothing->setVisible(m_shown && isEmpty(*m_shown));
    if (failed)
        m_failure->setText(QString::fromStdString(failed->failure.message));
    if (m_view != nullptr)
        m_view->chart()->setVisible(!m_failed->isVisibleTo(m_stage));
    if (const auto *loading = std::get_if<Loading>(&state)) {
        m_loading->start(loading->since);
        return;
    }
    if (!m_shown && m_view != nullptr && std::holds_alternative<Idle>(state)) { // waits for its turn
        QElapsedTimer since;
        since.start();
        m_loading->start(since);
        return;
    }
    m_loading->stop();
    setDimmed(false);
}

void TileView::setDimmed(bool dimmed)
{
    if (m_view != nullptr)
        m_view->setDimmed(dimmed);
}

void TileView::showAnswer(const AnsweredPtr &answer)
{
    if (answer == m_shown)
        return;
    m_shown = answer;
    showView(answerKind(answer->spec));
    showLegend();
    if (isEmpty(*answer)) {
        m_view->setEmpty(*answer);
        showFacts();
        return;
    }
    m_view->setAnswer(*answer);
    showBesides();
}

void TileView::showLegend()
{
    m_legend->setRows(m_shown ? tileLegendRows(*m_shown, m_theme) : std::vector<LegendRow>());
}

void TileView::showBesides()
{
    m_view->setBesides(m_controller->besides());
    showFacts();
}
