// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_foot.h"

#include "ui/import/import_table.h"
#include "ui/import/import_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int footHeight = 64;
constexpr int progressSteps = 1000;

} // namespace

ImportFoot::ImportFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    m_title = importLabel(m_theme, Type::Table, "", "importProgressTitle");
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_facts = importLabel(m_theme, Type::Table, "text2", "importProgressFacts");
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Imported"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_back = new QPushButton;
    m_back->setObjectName(QStringLiteral("importBack"));
    m_forward = new QPushButton;
    m_forward->setObjectName(QStringLiteral("importForward"));
    m_forward->setProperty("accent", true);

    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_title);
    words->addWidget(m_facts, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addStretch();
    left->addLayout(words);
    left->addWidget(m_progress);
    left->addStretch();
    setFixedHeight(footHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addLayout(left, 1);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    connect(m_forward, &QPushButton::clicked, this, &ImportFoot::forwardClicked);
    connect(m_back, &QPushButton::clicked, this, &ImportFoot::backClicked);
}

void ImportFoot::showState(const ImportState &state, bool canStart)
{
    const auto *importing = std::get_if<Importing>(&state);
    const auto *imported = std::get_if<Imported>(&state);
    m_progress->setVisible(importing != nullptr);
    m_title->clear();
    if (importing != nullptr) {
        m_progress->setValue(int(shareDone(importing->progress) * progressSteps));
        m_title->setText(tr("Importing"));
        m_facts->setText(progressText(*importing));
    } else if (imported != nullptr) {
        m_title->setText(tr("Done"));
        m_facts->setText(importedText(imported->progress));
    } else if (std::holds_alternative<Looking>(state)) {
        m_facts->setText(tr("Looking at the first lines…"));
    } else {
        m_facts->setText(tr("Nothing is stored before Import."));
    }
    m_title->setVisible(!m_title->text().isEmpty());
    m_back->setText(imported != nullptr ? tr("Close") : tr("Cancel"));
    m_forward->setText(imported != nullptr ? tr("Open the project") : tr("Import"));
    Theme::setIconBeside(
        *m_forward,
        m_theme.icon(imported != nullptr ? QStringLiteral("chevron-right") : QStringLiteral("import"), Role::OnAccent));
    m_forward->setEnabled(imported != nullptr || canStart);
}

void ImportFoot::focusWayForward()
{
    (m_forward->isEnabled() ? m_forward : m_back)->setFocus();
}
