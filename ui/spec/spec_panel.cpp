// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_panel.h"

#include "ui/builder/controls.h"
#include "ui/spec/json_format.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_foot.h"
#include "ui/theme/theme.h"

#include <google/protobuf/util/message_differencer.h>

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>

#include <utility>

using google::protobuf::util::MessageDifferencer;

namespace {

constexpr int headerHeight = 36;
constexpr int firstMergeKey = 2'000'000;
constexpr qsizetype readAtOnce = 50'000; // UTF-16; what is longer is read in a pause of typing
constexpr int pauseMs = 250;

QString textOf(const insights::v1::QuerySpec &spec)
{
    return QString::fromStdString(specJson(spec)).trimmed();
}

} // namespace

SpecPanel::SpecPanel(DraftQuery &draft, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_theme(theme)
    , m_editor(new SpecEditor(theme, this))
    , m_foot(new SpecFoot(theme, this))
    , m_format(new QToolButton(this))
    , m_copyAs(new QToolButton(this))
    , m_close(iconButton(theme, QStringLiteral("close"), tr("Hide the spec"), this))
    , m_pause(new QTimer(this))
    , m_mergeKey(firstMergeKey)
{
    setObjectName(QStringLiteral("specPanel"));
    setAccessibleName(tr("Query spec"));
    setMinimumWidth(leastWidth);
    setFocusProxy(m_editor);
    m_format->setObjectName(QStringLiteral("specFormat"));
    m_format->setText(tr("Format"));
    m_format->setToolTip(tr("Lay the text out anew: one value a line (Ctrl+Shift+F)"));
    m_format->setFocusPolicy(Qt::StrongFocus);
    m_format->setFont(theme.font(Type::Table));
    m_copyAs->setObjectName(QStringLiteral("specCopyAs"));
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->setIcon(theme.icon(QStringLiteral("copy")));
    m_copyAs->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyAs->setPopupMode(QToolButton::InstantPopup);
    m_copyAs->setFocusPolicy(Qt::StrongFocus);
    m_copyAs->setFont(theme.font(Type::Table));
    m_copyAs->hide(); // until there is a menu
    m_close->setObjectName(QStringLiteral("specClose"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    arrange();
    connectSignals();
    showDraft();
}

void SpecPanel::arrange()
{
    auto *header = new QWidget(this);
    header->setFixedHeight(headerHeight);
    auto *title = new QLabel(tr("Spec"), header);
    QFont strong = m_theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(title, 1);
    row->addWidget(m_format);
    row->addWidget(m_copyAs);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_editor, 1);
    column->addWidget(m_foot);
}

void SpecPanel::connectSignals()
{
    connect(&m_draft, &DraftQuery::changed, this, &SpecPanel::follow);
    connect(&m_draft, &DraftQuery::startedOver, this, [this] { m_isStartingOver = true; });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &SpecPanel::readText);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &SpecPanel::tellProblem);
    connect(m_editor, &SpecEditor::undoRequested, this, &SpecPanel::undo);
    connect(m_editor, &SpecEditor::redoRequested, this, &SpecPanel::redo);
    connect(m_editor, &SpecEditor::leaveRequested, m_format, qOverload<>(&QWidget::setFocus));
    connect(m_editor, &SpecEditor::refused, this, &SpecPanel::said);
    connect(m_foot, &SpecFoot::nextWanted, this, &SpecPanel::goToNextProblem);
    connect(m_foot, &SpecFoot::fixWanted, this, &SpecPanel::fixProblem);
    connect(m_foot, &SpecFoot::returnWanted, this, &SpecPanel::showDraft);
    connect(m_format, &QToolButton::clicked, this, &SpecPanel::format);
    connect(m_close, &QToolButton::clicked, this, &SpecPanel::closeRequested);
    connect(m_pause, &QTimer::timeout, this, &SpecPanel::judge);
    auto *next = new QShortcut(Qt::Key_F8, this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, &SpecPanel::goToNextProblem);
    auto *fix = new QShortcut(Qt::ALT | Qt::Key_Return, this);
    fix->setContext(Qt::WidgetWithChildrenShortcut);
    connect(fix, &QShortcut::activated, this, &SpecPanel::fixProblem);
}

void SpecPanel::setCopyMenu(QMenu *menu)
{
    m_copyAs->setMenu(menu);
    m_copyAs->show();
}

void SpecPanel::setNames(std::vector<Candidate> events, std::vector<Candidate> properties)
{
    m_editor->setNames(std::move(events), std::move(properties));
}

void SpecPanel::follow()
{
    if (m_isOwnEdit)
        return;
    ++m_mergeKey;
    m_isStale = isHidden();
    const bool isStart = std::exchange(m_isStartingOver, false); // no one's doing: a text that was just opened stays
    if (!m_isStale && (m_isInStep || !isStart))
        showDraft();
}

void SpecPanel::showDraft()
{
    m_isStale = false;
    m_pause->stop();
    const SpecReading hers = readSpecText(m_text.toStdString(), calendar());
    if (!hers.spec || !MessageDifferencer::Equals(*hers.spec, m_draft.spec())) {
        m_text = textOf(m_draft.spec());
        m_editor->setText(m_text);
    }
    m_isInStep = true;
    showProblems(readSpecText(m_text.toStdString(), calendar()).problems);
}

bool SpecPanel::load(const QString &text, const QString &what)
{
    const SpecReading reading = readSpecText(text.toStdString(), calendar());
    if (!reading.spec)
        return false;
    Draft draft;
    draft.spec = *reading.spec;
    draft.automaticGranularity = false;
    m_draft.edit(std::move(draft), what);
    if (!isHidden())
        showDraft(); // over a text that was in error, though the draft may have been this already
    return true;
}

void SpecPanel::showText(const QString &text)
{
    if (text.size() > SpecEditor::mostText) {
        Q_EMIT said(tr("The text is too long to be shown in the spec panel."));
        return;
    }
    m_isStale = false;
    m_editor->replaceText(text);
    m_editor->goTo(0, 0);
    m_text = m_editor->text();
    judge();
    if (!m_problems.empty())
        goToNextProblem();
}

void SpecPanel::format()
{
    if (const auto formatted = formattedJson(m_editor->text().toStdString()))
        m_editor->replaceText(QString::fromStdString(*formatted));
    else
        goToNextProblem();
}

void SpecPanel::readText()
{
    QString text = m_editor->text();
    if (text == m_text) // the panel's own doing, or colours
        return;
    m_text = std::move(text);
    if (m_text.size() <= readAtOnce) {
        judge();
    } else {
        m_isInStep = false;
        m_pause->start();
    }
}

void SpecPanel::judge()
{
    m_pause->stop();
    SpecReading reading = readSpecText(m_text.toStdString(), calendar());
    m_isInStep = reading.spec.has_value();
    if (reading.spec)
        adopt(*reading.spec);
    showProblems(std::move(reading.problems));
}

void SpecPanel::adopt(const insights::v1::QuerySpec &spec)
{
    const int line = m_editor->textCursor().blockNumber();
    if (std::exchange(m_editedLine, line) != line)
        ++m_mergeKey;
    const QString what = tr("Edit spec");
    m_isOwnEdit = true;
    m_draft.editSpec(spec, what, m_mergeKey);
    if (!MessageDifferencer::Equals(m_draft.spec(), spec)) { // what is written goes before what is automatic
        Draft draft = m_draft.draft();
        draft.automaticGranularity = false;
        if (!MessageDifferencer::Equals(draft.spec.time_range(), spec.time_range()))
            draft.time.preset = TimePreset::Fixed;
        draft.spec = spec;
        m_draft.edit(std::move(draft), what, m_mergeKey);
    }
    m_isOwnEdit = false;
}

void SpecPanel::undo()
{
    if (m_isInStep)
        m_draft.undoStack().undo();
    else
        m_editor->undo();
}

void SpecPanel::redo()
{
    if (m_isInStep && !m_editor->document()->isRedoAvailable())
        m_draft.undoStack().redo();
    else
        m_editor->redo();
}

void SpecPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        showDraft();
}

void SpecPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
    painter.fillRect(0, headerHeight - 1, width(), 1, m_theme.color(Role::Line));
}

QSize SpecPanel::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
}
