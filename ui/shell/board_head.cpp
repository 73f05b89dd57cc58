// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/board_head.h"

#include "session/question_words.h"
#include "ui/builder/controls.h"
#include "ui/builder/drop_button.h"
#include "ui/builder/elided_combo.h"
#include "ui/builder/elided_label.h"
#include "ui/builder/form_style.h"
#include "ui/builder/time_popup.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int headHeight = 72;
constexpr int timeWidth = 208;
constexpr int compareWidth = 184;
constexpr int leastControlWidth = 96;
constexpr int leastNameWidth = 128; // of a longer name
constexpr int leastWidthWithWords = 760; // on the buttons
constexpr int controlStretch = 1000; // up to their usual width, before the name
constexpr int own = -1; // each tile its own, of the combo box

} // namespace

BoardHead::BoardHead(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    createWidgets();
    arrange();
    connect(m_range, &DropButton::clicked, this, &BoardHead::openTime);
    connect(m_ownTime, &QPushButton::clicked, this, &BoardHead::ownTimeChosen);
    connect(m_compare, &QComboBox::activated, this, [this](int index) {
        const int chosen = m_compare->itemData(index).toInt();
        Q_EMIT compareChosen(chosen == own ? std::nullopt : std::optional(Compare(chosen)));
    });
    connect(m_back, &QToolButton::clicked, this, &BoardHead::backWanted);
    connect(m_refresh, &QPushButton::clicked, this, &BoardHead::refreshWanted);
    connect(m_add, &QPushButton::clicked, this,
            [this] { Q_EMIT addWanted(m_add->mapToGlobal(m_add->rect().bottomLeft())); });
    connect(m_edit, &QPushButton::toggled, this, [this](bool editing) {
        m_edit->setText(editing ? tr("Done") : tr("Edit board"));
        m_add->setVisible(editing);
        Q_EMIT editingChanged(editing);
    });
}

void BoardHead::createWidgets()
{
    m_back = iconButton(m_theme, QStringLiteral("chevron-left"), tr("Back to the question (Esc)"), this);
    m_back->setObjectName(QStringLiteral("boardBack"));
    m_back->setShortcut(Qt::Key_Escape);
    m_name = new ElidedLabel(this);
    m_name->setObjectName(QStringLiteral("boardName"));
    m_name->setFont(m_theme.font(Type::Question));
    m_facts = new ElidedLabel(this);
    m_facts->setObjectName(QStringLiteral("boardFacts"));
    m_facts->setFont(m_theme.font(Type::Table));
    m_facts->setProperty("tone", "text2");
    m_range = new DropButton(m_theme, this);
    m_range->setObjectName(QStringLiteral("boardRange"));
    m_range->setIcon(m_theme.icon(QStringLiteral("calendar")));
    m_range->setMinimumWidth(leastControlWidth);
    m_range->setMaximumWidth(timeWidth);
    m_ownTime = new QPushButton(this);
    m_ownTime->setObjectName(QStringLiteral("boardOwnTime"));
    m_ownTime->setProperty("quiet", true);
    m_ownTime->setIcon(m_theme.icon(QStringLiteral("close")));
    m_ownTime->setIconSize({12, 12});
    m_ownTime->setToolTip(tr("Let each tile keep its own time"));
    m_ownTime->setAccessibleName(m_ownTime->toolTip());
    m_compare = new ElidedCombo(this);
    m_compare->setObjectName(QStringLiteral("boardCompare"));
    m_compare->setAccessibleName(tr("Compare with"));
    m_compare->setMinimumWidth(leastControlWidth);
    m_compare->setMaximumWidth(compareWidth);
    m_compare->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_compare->addItem(tr("Each its comparison"), own);
    for (const Compare compare : allCompares())
        m_compare->addItem(compare == Compare::Nothing ? compareName(compare)
                                                       : tr("vs %1", "versus").arg(compareName(compare)),
                           int(compare));
    m_refresh = new QPushButton(this);
    m_refresh->setToolTip(tr("Ask all tiles again"));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setObjectName(QStringLiteral("boardRefresh"));
    Theme::setIconBeside(*m_refresh, m_theme.icon(QStringLiteral("retry"), Role::Text));
    m_add = new QPushButton(this);
    m_add->setToolTip(tr("Add a saved question"));
    m_add->setAccessibleName(tr("Add tile"));
    m_add->setObjectName(QStringLiteral("boardAdd"));
    Theme::setIconBeside(*m_add, m_theme.icon(QStringLiteral("plus"), Role::Text));
    m_add->hide();
    m_edit = new QPushButton(tr("Edit board"), this);
    m_edit->setObjectName(QStringLiteral("boardEdit"));
    m_edit->setCheckable(true);
}

void BoardHead::arrange()
{
    setFixedHeight(headHeight);
    setStyleSheet(formStyleSheet());
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addLayout(words, 1);
    row->addWidget(m_range, controlStretch);
    row->addWidget(m_ownTime);
    row->addWidget(m_compare, controlStretch);
    row->addWidget(m_refresh);
    row->addWidget(m_add);
    row->addWidget(m_edit);
}

// A narrow window keeps the name: the buttons give up their words, the fields their width.
void BoardHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool hasWords = width() >= leastWidthWithWords;
    for (QPushButton *button : {m_refresh, m_add}) {
        button->setText(hasWords ? button->accessibleName() : QString());
        button->setIconSize({hasWords ? 20 : 16, 16});
    }
}

void BoardHead::setName(const QString &name)
{
    m_name->setFullText(name);
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), leastNameWidth));
}

void BoardHead::setFacts(const QString &facts)
{
    m_facts->setFullText(facts);
}

void BoardHead::setTime(const std::optional<Draft> &time, const ProjectTime &place)
{
    m_time = time.value_or(Draft());
    m_place = place;
    const QString text = time ? rangeText(time->spec.time_range(), place) : tr("Each tile its own time");
    m_range->setFullText(text);
    m_range->setToolTip(time && time->time.preset != TimePreset::Fixed ? timePresetName(time->time.preset) : text);
    m_range->setAccessibleName(tr("Time: %1").arg(text));
    m_ownTime->setVisible(time.has_value());
    if (m_popup != nullptr && m_popup->isVisible())
        m_popup->showDraft(m_time, m_place, QDateTime::currentMSecsSinceEpoch());
}

void BoardHead::setCompare(std::optional<Compare> compare)
{
    m_compare->setCurrentIndex(m_compare->findData(compare ? int(*compare) : own));
}

void BoardHead::setEditing(bool editing)
{
    m_edit->setChecked(editing);
}

void BoardHead::openTime()
{
    if (m_popup == nullptr) {
        m_popup = new TimePopup(m_theme, this);
        connect(m_popup, &TimePopup::presetChosen, this, &BoardHead::presetChosen);
        connect(m_popup, &TimePopup::rangeChosen, this, &BoardHead::rangeChosen);
    }
    m_popup->showDraft(m_time, m_place, QDateTime::currentMSecsSinceEpoch());
    m_popup->openAt(*m_range);
}
