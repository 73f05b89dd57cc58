// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_panel.h"

#include "ui/builder/controls.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_foot.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>

namespace {

constexpr int headerHeight = 36;
constexpr int firstMergeKey = 2'000'000;
constexpr int pauseMs = 250;

template <typename Does>
void addShortcut(SpecPanel &panel, const QKeySequence &keys, Does does)
{
    auto *shortcut = new QShortcut(keys, &panel);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &panel, does);
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
    connect(&m_draft, &DraftQuery::typedChanged, this, &SpecPanel::follow);
    connect(&m_draft.undoStack(), &QUndoStack::indexChanged, this,
            [this] { m_foot->showSetAside(m_draft.undoBringsTyped()); });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &SpecPanel::readText);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        tellProblem();
        keepTyped();
    });
    connect(m_editor, &SpecEditor::undoRequested, this, &SpecPanel::undo);
    connect(m_editor, &SpecEditor::redoRequested, this, &SpecPanel::redo);
    connect(m_editor, &SpecEditor::leaveRequested, m_format, qOverload<>(&QWidget::setFocus));
    connect(m_editor, &SpecEditor::refused, this, &SpecPanel::said);
    connect(m_editor, &SpecEditor::fixWanted, this, &SpecPanel::fixProblem);
    connect(m_foot, &SpecFoot::nextWanted, this, &SpecPanel::goToNextProblem);
    connect(m_foot, &SpecFoot::typedWanted, this, [this] {
        m_draft.undoStack().undo();
        m_editor->setFocus();
    });
    connect(m_format, &QToolButton::clicked, this, &SpecPanel::format);
    connect(m_close, &QToolButton::clicked, this, &SpecPanel::closeRequested);
    connect(m_pause, &QTimer::timeout, this, &SpecPanel::judge);
    addShortcut(*this, Qt::Key_F8, &SpecPanel::goToNextProblem);
    addShortcut(*this, Qt::SHIFT | Qt::Key_F8, &SpecPanel::goToProblemBefore);
    addShortcut(*this, Qt::ALT | Qt::Key_Return, [this] { fixProblem(toldProblem()); });
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
