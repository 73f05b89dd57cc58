// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/probe_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

ProbeList::ProbeList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("probeList"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void ProbeList::clear()
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

void ProbeList::showRunning()
{
    clear();
    addLine(QStringLiteral("clock"), Role::Text3, tr("Trying the way to the server…"));
}

void ProbeList::showReport(const ProbeReport &report)
{
    clear();
    for (const ProbeFinding &finding : report.findings)
        addLine(finding.isGood ? QStringLiteral("check") : QStringLiteral("error"),
                finding.isGood ? Role::Good : Role::Bad, QString::fromStdString(finding.sentence));
}

void ProbeList::addLine(const QString &icon, Role role, const QString &sentence)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *mark = new QLabel;
    mark->setPixmap(m_theme.pixmap(icon, role, devicePixelRatioF()));
    auto *words = new QLabel(sentence);
    words->setObjectName(QStringLiteral("probeSentence"));
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setWordWrap(true);
    words->setFont(m_theme.font(Type::Table));
    if (role == Role::Bad)
        words->setProperty("tone", "bad");
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_column->addWidget(line);
}
