PRAGMA application_id=1380077394;
PRAGMA user_version=1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE chg(hlc INTEGER NOT NULL, dev TEXT NOT NULL, eid BLOB NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL, col TEXT NOT NULL, val, author TEXT NOT NULL, base INTEGER, PRIMARY KEY(hlc,dev,eid)) WITHOUT ROWID;
INSERT INTO chg VALUES(117697531336589312,'import',X'711aad328c2fb30e','board','proef','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589313,'import',X'd632de3a4019e120','board','proef','title','Proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589314,'import',X'99565b4b92b7b27a','board','proef','row_kind','Ambitie','plan',NULL);
INSERT INTO chg VALUES(117697531336589315,'import',X'b343120074ffa418','board','proef','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336589316,'import',X'2e47f17811b3e326','board_column','proef/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589317,'import',X'c737380a2a5b8e7f','board_column','proef/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589318,'import',X'335c35e0549e5a85','board_column','proef/gemeente','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336589319,'import',X'43335136f887c0e9','board_column','proef/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336589320,'import',X'9209b2ecfa356464','board_column','proef/gemeente','title','Gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336589321,'import',X'7725ffeb8de85e0e','board_column','proef/gemeente','wall','Gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336589322,'import',X'3872c7f3b558b6f7','board_column','proef/gemeente','letter','G','plan',NULL);
INSERT INTO chg VALUES(117697531336589323,'import',X'be20a1bde6d8e121','board_column','proef/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589324,'import',X'6808fe5f4b8b6927','board_column','proef/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589325,'import',X'238ea0aa1aff5d92','board_column','proef/jeugdhulp','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697531336589326,'import',X'5945712ed70a12ad','board_column','proef/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336589327,'import',X'a7f0efa468499923','board_column','proef/jeugdhulp','title','Jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336589328,'import',X'542f5ca6ce65bd9c','board_column','proef/jeugdhulp','wall','Jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336589329,'import',X'b8f877cb966fa866','board_column','proef/jeugdhulp','letter','J','plan',NULL);
INSERT INTO chg VALUES(117697531336589330,'import',X'84a5331890f6c8aa','board_column','proef/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589331,'import',X'6d665339b8eb2dec','board_column','proef/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589332,'import',X'c084eedf3109bbcc','board_column','proef/onderwijs','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697531336589333,'import',X'd1504d38d936f94f','board_column','proef/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336589334,'import',X'032679236e30dfe4','board_column','proef/onderwijs','title','Onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336589335,'import',X'3c62f04d26a6b74b','board_column','proef/onderwijs','wall','Onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336589336,'import',X'2bd22e5afdc88f82','board_column','proef/onderwijs','letter','O','plan',NULL);
INSERT INTO chg VALUES(117697531336589337,'import',X'd96a749782b2976a','ambition','proef/1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589338,'import',X'72ecb0a224c4a0f0','ambition','proef/1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589339,'import',X'9b902e5328e379ed','ambition','proef/1','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336589340,'import',X'0f0f3595ed0a9885','ambition','proef/1','code','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589341,'import',X'31e04fb86d416b79','ambition','proef/1','title','Ieder kind in beeld','plan',NULL);
INSERT INTO chg VALUES(117697531336589342,'import',X'8640c21b595f5a9f','ambition','proef/1','wall','Kind in/beeld','plan',NULL);
INSERT INTO chg VALUES(117697531336589343,'import',X'40f09b8ed1c30369','ambition','proef/1','word','Kind','plan',NULL);
INSERT INTO chg VALUES(117697531336589344,'import',X'44f909e7f5971443','ambition','proef/2','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589345,'import',X'0479b8682e95bdbc','ambition','proef/2','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589346,'import',X'6275537393c000fc','ambition','proef/2','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697531336589347,'import',X'92bab1243bdae642','ambition','proef/2','code','2','plan',NULL);
INSERT INTO chg VALUES(117697531336589348,'import',X'fea76031f2fa4456','ambition','proef/2','title','Beter samenwerken','plan',NULL);
INSERT INTO chg VALUES(117697531336589349,'import',X'a443a21023deafc0','ambition','proef/2','wall','Samenwerken','plan',NULL);
INSERT INTO chg VALUES(117697531336589350,'import',X'797dd9686c512c91','ambition','proef/2','word','Beter…','plan',NULL);
INSERT INTO chg VALUES(117697531336589351,'import',X'f6781f8a113885c4','goal','proef/1.1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589352,'import',X'2f160ac7b764b79a','goal','proef/1.1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589353,'import',X'28a7ce22709c140f','goal','proef/1.1','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336589354,'import',X'ecd81537e14364fd','goal','proef/1.1','code','1.1','plan',NULL);
INSERT INTO chg VALUES(117697531336589355,'import',X'4c1a92d1f46a1c76','goal','proef/1.1','ambition','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589356,'import',X'd30733430b59e13c','goal','proef/1.1','title','Thuiszitters terugdringen','plan',NULL);
INSERT INTO chg VALUES(117697531336589357,'import',X'fe50ed7d10f2180b','goal','proef/1.1','brief','Thuiszitters terugdringen','plan',NULL);
INSERT INTO chg VALUES(117697531336589358,'import',X'3d1ad14c2b3fceec','goal','proef/1.2','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589359,'import',X'9426f886a38772b5','goal','proef/1.2','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589360,'import',X'a741610e2e005874','goal','proef/1.2','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697531336589361,'import',X'46de7bf7108bcabf','goal','proef/1.2','code','1.2','plan',NULL);
INSERT INTO chg VALUES(117697531336589362,'import',X'1232860afb486ee4','goal','proef/1.2','ambition','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589363,'import',X'ac46200e47335837','goal','proef/1.2','title','Zorg in de school','plan',NULL);
INSERT INTO chg VALUES(117697531336589364,'import',X'9def845255a85e8d','goal','proef/1.2','brief','Zorg in de school','plan',NULL);
INSERT INTO chg VALUES(117697531336589365,'import',X'e941e59a64e1e957','goal','proef/2.1','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336589366,'import',X'b9742467ba281931','goal','proef/2.1','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336589367,'import',X'e3d3e839322ad821','goal','proef/2.1','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697531336589368,'import',X'9e4be78f5b3ea61c','goal','proef/2.1','code','2.1','plan',NULL);
INSERT INTO chg VALUES(117697531336589369,'import',X'1cc0888d3a0a7149','goal','proef/2.1','ambition','2','plan',NULL);
INSERT INTO chg VALUES(117697531336589370,'import',X'3764d9d2032c953a','goal','proef/2.1','title','Eén taal','plan',NULL);
INSERT INTO chg VALUES(117697531336589371,'import',X'8bd5c03a153e7689','goal','proef/2.1','brief','Eén taal','plan',NULL);
INSERT INTO chg VALUES(117697531336654848,'import',X'82fd625cfaced273','stage','proef/niet gestart','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654849,'import',X'63464b5f27c7b7ed','stage','proef/niet gestart','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654850,'import',X'd7c0c3a4b7ada265','stage','proef/niet gestart','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336654851,'import',X'2f346c042c5c1320','stage','proef/niet gestart','name','niet gestart','plan',NULL);
INSERT INTO chg VALUES(117697531336654852,'import',X'd7ee6d90e253620e','stage','proef/beleggen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654853,'import',X'6b102e9eb82c8d19','stage','proef/beleggen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654854,'import',X'b958ceae46d559b2','stage','proef/beleggen','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697531336654855,'import',X'338bcc71949e4bd8','stage','proef/beleggen','name','beleggen','plan',NULL);
INSERT INTO chg VALUES(117697531336654856,'import',X'17db2ed7af48b6dc','stage','proef/vertalen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654857,'import',X'ee5cae998691ddcf','stage','proef/vertalen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654858,'import',X'dfcbb4cc092dbb32','stage','proef/vertalen','position','0003','plan',NULL);
INSERT INTO chg VALUES(117697531336654859,'import',X'25df66c8d54db2b2','stage','proef/vertalen','name','vertalen','plan',NULL);
INSERT INTO chg VALUES(117697531336654860,'import',X'5ddea36b0ec1f1d7','stage','proef/toepassen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654861,'import',X'82588d7dedc5c0eb','stage','proef/toepassen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654862,'import',X'22a5ced90185f794','stage','proef/toepassen','position','0004','plan',NULL);
INSERT INTO chg VALUES(117697531336654863,'import',X'8b7e6d7a81eb9710','stage','proef/toepassen','name','toepassen','plan',NULL);
INSERT INTO chg VALUES(117697531336654864,'import',X'6304bd2cff6e0385','stage','proef/monitoren','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654865,'import',X'ba31b75277d22848','stage','proef/monitoren','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654866,'import',X'fc4903b3c0142364','stage','proef/monitoren','position','0005','plan',NULL);
INSERT INTO chg VALUES(117697531336654867,'import',X'2863ac3a3a78e241','stage','proef/monitoren','name','monitoren','plan',NULL);
INSERT INTO chg VALUES(117697531336654868,'import',X'4b8833cd1991b432','stage','proef/geborgd','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654869,'import',X'87e38f277b991420','stage','proef/geborgd','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654870,'import',X'3f3957e065883df5','stage','proef/geborgd','position','0006','plan',NULL);
INSERT INTO chg VALUES(117697531336654871,'import',X'301fbb8bc3e35d9b','stage','proef/geborgd','name','geborgd','plan',NULL);
INSERT INTO chg VALUES(117697531336654872,'import',X'b768b9cc9ab64182','organisation','proef/scholen','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654873,'import',X'2478b26b2915979d','organisation','proef/scholen','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654874,'import',X'c6681ea63065c747','organisation','proef/scholen','name','scholen','plan',NULL);
INSERT INTO chg VALUES(117697531336654875,'import',X'fe7742880218206e','organisation','proef/scholen','title','scholen','plan',NULL);
INSERT INTO chg VALUES(117697531336654876,'import',X'754893de1976ed7a','organisation','proef/scholen','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336654877,'import',X'b5a60e3bd3657189','organisation','proef/scholen','aka','school','plan',NULL);
INSERT INTO chg VALUES(117697531336654878,'import',X'5deb3f063564e687','organisation','proef/wijkteam','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654879,'import',X'fe54a50ae31ab495','organisation','proef/wijkteam','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654880,'import',X'a5ec717f828caf09','organisation','proef/wijkteam','name','wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531336654881,'import',X'bc131a10a4bdf973','organisation','proef/wijkteam','title','wijkteam, de gemeentelijke toegang tot jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654882,'import',X'f37c6e5c5a92fa03','organisation','proef/wijkteam','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654883,'import',X'69f9059bf0f4c05e','organisation','proef/wijkteam','aka','wijkteams|buurtteam|buurtteams|toegang|gemeentelijke toegang|lokale toegang|lokale toegangen|team toegang','plan',NULL);
INSERT INTO chg VALUES(117697531336654884,'import',X'508a14baa446265d','organisation','proef/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654885,'import',X'946391e1799868c3','organisation','proef/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654886,'import',X'3e9b3df9e4f62f11','organisation','proef/gemeente','name','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654887,'import',X'e788112a02cea8aa','organisation','proef/gemeente','title','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654888,'import',X'd1b1cc8f8ce3a74c','organisation','proef/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654889,'import',X'a03817b63f9260a0','organisation','proef/gemeente','aka','gemeenten','plan',NULL);
INSERT INTO chg VALUES(117697531336654890,'import',X'91ae11a9449a6612','organisation','proef/jeugdhulpaanbieders','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654891,'import',X'd521ed907d151714','organisation','proef/jeugdhulpaanbieders','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654892,'import',X'97dbce43c25d9b56','organisation','proef/jeugdhulpaanbieders','name','jeugdhulpaanbieders','plan',NULL);
INSERT INTO chg VALUES(117697531336654893,'import',X'8d530c76eef49083','organisation','proef/jeugdhulpaanbieders','title','aanbieders van jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654894,'import',X'2cd37e0c7b387029','organisation','proef/jeugdhulpaanbieders','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654895,'import',X'55fe2a8924aad733','organisation','proef/jeugdhulpaanbieders','aka','jeugdhulpaanbieder|jeugdhulp|jh|aanbieders|zorgaanbieders|medewerkers jeugdhulp|jeugdhulporganisaties','plan',NULL);
INSERT INTO chg VALUES(117697531336654896,'import',X'1df7e3aeeda17fac','abbreviation','proef/p.m.','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654897,'import',X'47921707ac4b27ac','abbreviation','proef/p.m.','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654898,'import',X'764c014bf114c77d','abbreviation','proef/p.m.','name','p.m.','plan',NULL);
INSERT INTO chg VALUES(117697531336654899,'import',X'3a2d8667c7d8b4fb','abbreviation','proef/p.m.','meaning','Pro memorie, het bedrag is nog niet ingevuld','plan',NULL);
INSERT INTO chg VALUES(117697531336654900,'import',X'90a767c042c408af','action','proef/1.1a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654901,'import',X'622b25c6b7f6c49d','action','proef/1.1a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654902,'import',X'b851306c2a3cdac6','action','proef/1.1a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336654903,'import',X'a9719d2cdfe8a6be','action','proef/1.1a','code','1.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654904,'import',X'ddc1b85a6bd6f37f','action','proef/1.1a','goal','1.1','plan',NULL);
INSERT INTO chg VALUES(117697531336654905,'import',X'dff9b38ee52dd8ca','action','proef/1.1a','title','Elke school meldt binnen vijf dagen','plan',NULL);
INSERT INTO chg VALUES(117697531336654906,'import',X'86ceac8d2bdcf31f','action','proef/1.1a','brief','Elke school meldt…','plan',NULL);
INSERT INTO chg VALUES(117697531336654907,'import',X'b2c7f8a84053d28e','action','proef/1.1a','text','Elke school meldt binnen vijf dagen','plan',NULL);
INSERT INTO chg VALUES(117697531336654908,'import',X'493edf35f88f6eb1','action','proef/1.1a','partners','scholen','plan',NULL);
INSERT INTO chg VALUES(117697531336654909,'import',X'e8cb106aeda15624','action','proef/1.1a','funding','€ 5.000','plan',NULL);
INSERT INTO chg VALUES(117697531336654910,'import',X'3cdc3f3df78ea3f3','action','proef/1.1a','due','2023','plan',NULL);
INSERT INTO chg VALUES(117697531336654911,'import',X'58d0383ce42d3ead','track','proef/1.1a/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654912,'import',X'049afe7243fdd0de','track','proef/1.1a/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654913,'import',X'344cb1d522114815','track','proef/1.1a/onderwijs','action','1.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654914,'import',X'6ac93abafbd2e52e','track','proef/1.1a/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336654915,'import',X'65dc36c7ab2917d1','action','proef/1.1b','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654916,'import',X'278dc68fdf0c9aaf','action','proef/1.1b','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654917,'import',X'f8bf8fe729bc33df','action','proef/1.1b','position','0002','plan',NULL);
INSERT INTO chg VALUES(117697531336654918,'import',X'f83e06bff33da91f','action','proef/1.1b','code','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697531336654919,'import',X'df6cd6aecb44f855','action','proef/1.1b','goal','1.1','plan',NULL);
INSERT INTO chg VALUES(117697531336654920,'import',X'2fdbd1f9e260099f','action','proef/1.1b','title','Een vast gezicht per gezin','plan',NULL);
INSERT INTO chg VALUES(117697531336654921,'import',X'b69013344226a7ee','action','proef/1.1b','brief','Een vast gezicht per…','plan',NULL);
INSERT INTO chg VALUES(117697531336654922,'import',X'1bfc0f5b1547fa19','action','proef/1.1b','text','Een vast gezicht per gezin','plan',NULL);
INSERT INTO chg VALUES(117697531336654923,'import',X'5ce23dbc118a9838','action','proef/1.1b','partners','wijkteam, gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654924,'import',X'624b4b2e759c29fa','action','proef/1.1b','funding','p.m.','plan',NULL);
INSERT INTO chg VALUES(117697531336654925,'import',X'448e7ceb2bc3aedf','action','proef/1.1b','due','najaar 2024','plan',NULL);
INSERT INTO chg VALUES(117697531336654926,'import',X'3298f5dff645ea37','track','proef/1.1b/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654927,'import',X'8ef3216743b54041','track','proef/1.1b/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654928,'import',X'575ef4dd723fa6d5','track','proef/1.1b/gemeente','action','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697531336654929,'import',X'ee2f1c921cd7b7ba','track','proef/1.1b/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654930,'import',X'4cb1c3b72fce89dd','track','proef/1.1b/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654931,'import',X'157c8556925b6412','track','proef/1.1b/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654932,'import',X'1a88c3f6de0821ef','track','proef/1.1b/jeugdhulp','action','1.1b','plan',NULL);
INSERT INTO chg VALUES(117697531336654933,'import',X'44dfd6f2b186826a','track','proef/1.1b/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654934,'import',X'58bd3a21dbba880a','action','proef/1.2a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654935,'import',X'45fc6cbe8963c7be','action','proef/1.2a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654936,'import',X'cea4b6a0b1c04ffe','action','proef/1.2a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336654937,'import',X'b5c2c3cd791d54df','action','proef/1.2a','code','1.2a','plan',NULL);
INSERT INTO chg VALUES(117697531336654938,'import',X'e3020f2f1d00c95c','action','proef/1.2a','goal','1.2','plan',NULL);
INSERT INTO chg VALUES(117697531336654939,'import',X'b2b2281a51c94895','action','proef/1.2a','title','Jeugdhulp in het speciaal onderwijs kopen','plan',NULL);
INSERT INTO chg VALUES(117697531336654940,'import',X'3c09f88dd6a33bfe','action','proef/1.2a','brief','Jeugdhulp in het…','plan',NULL);
INSERT INTO chg VALUES(117697531336654941,'import',X'946bb9015b66347d','action','proef/1.2a','text','Jeugdhulp in het speciaal onderwijs kopen','plan',NULL);
INSERT INTO chg VALUES(117697531336654942,'import',X'707047e01b9ed9e2','action','proef/1.2a','partners','jeugdhulpaanbieders','plan',NULL);
INSERT INTO chg VALUES(117697531336654943,'import',X'edcd029ab06d47b4','action','proef/1.2a','funding','xx','plan',NULL);
INSERT INTO chg VALUES(117697531336654944,'import',X'dde312de53a9fe9e','action','proef/1.2a','due','2025-2026','plan',NULL);
INSERT INTO chg VALUES(117697531336654945,'import',X'eb6b91a3b517853f','track','proef/1.2a/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654946,'import',X'ed69ab33edef3a1e','track','proef/1.2a/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654947,'import',X'26cce3abbe80303f','track','proef/1.2a/jeugdhulp','action','1.2a','plan',NULL);
INSERT INTO chg VALUES(117697531336654948,'import',X'd512c11f74f88833','track','proef/1.2a/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654949,'import',X'22edbae0347fed3f','action','proef/2.1a','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654950,'import',X'a69ac0b824b30b7e','action','proef/2.1a','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654951,'import',X'45ba1c805ec4a7be','action','proef/2.1a','position','0001','plan',NULL);
INSERT INTO chg VALUES(117697531336654952,'import',X'36134c5c7148ca7e','action','proef/2.1a','code','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654953,'import',X'29436bd2ab813909','action','proef/2.1a','goal','2.1','plan',NULL);
INSERT INTO chg VALUES(117697531336654954,'import',X'2ac5d92c08c12b49','action','proef/2.1a','title','Afkortingen “zonder” omwegen','plan',NULL);
INSERT INTO chg VALUES(117697531336654955,'import',X'5d2999b72ace0e2b','action','proef/2.1a','brief','Afkortingen “zonder”…','plan',NULL);
INSERT INTO chg VALUES(117697531336654956,'import',X'04960e9519582ac3','action','proef/2.1a','text','Afkortingen “zonder” omwegen','plan',NULL);
INSERT INTO chg VALUES(117697531336654957,'import',X'024f55013dbf4394','action','proef/2.1a','partners','alle partners','plan',NULL);
INSERT INTO chg VALUES(117697531336654958,'import',X'e4e01790bb4da08e','action','proef/2.1a','due','elk half jaar','plan',NULL);
INSERT INTO chg VALUES(117697531336654959,'import',X'8a8cb3f9489e248d','track','proef/2.1a/gemeente','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654960,'import',X'103ded30c31c80fb','track','proef/2.1a/gemeente','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654961,'import',X'07ee1f7a4a581602','track','proef/2.1a/gemeente','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654962,'import',X'5133cb5cf2960ff1','track','proef/2.1a/gemeente','column_id','gemeente','plan',NULL);
INSERT INTO chg VALUES(117697531336654963,'import',X'28921c3023e7a74e','track','proef/2.1a/jeugdhulp','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654964,'import',X'58bfe60873e0167c','track','proef/2.1a/jeugdhulp','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654965,'import',X'ab0908acaec80197','track','proef/2.1a/jeugdhulp','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654966,'import',X'dd269c3763872304','track','proef/2.1a/jeugdhulp','column_id','jeugdhulp','plan',NULL);
INSERT INTO chg VALUES(117697531336654967,'import',X'ee6e5d23bd459826','track','proef/2.1a/onderwijs','_live','1','plan',NULL);
INSERT INTO chg VALUES(117697531336654968,'import',X'406603f8fde09303','track','proef/2.1a/onderwijs','board','proef','plan',NULL);
INSERT INTO chg VALUES(117697531336654969,'import',X'e201868317846e8e','track','proef/2.1a/onderwijs','action','2.1a','plan',NULL);
INSERT INTO chg VALUES(117697531336654970,'import',X'30cbcf2492cfff0f','track','proef/2.1a/onderwijs','column_id','onderwijs','plan',NULL);
INSERT INTO chg VALUES(117697531336654971,'import',X'cda58d73eb120282','track','proef/1.1a/onderwijs','lead','Leerplicht','plan',NULL);
INSERT INTO chg VALUES(117697531336654972,'import',X'158632e2e0dbb5fc','track','proef/1.1b/gemeente','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531336654973,'import',X'ef32f2666fa681b2','track','proef/1.1b/jeugdhulp','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531336654974,'import',X'37e7552d98532734','track','proef/1.2a/jeugdhulp','lead','Aanbieders','plan',NULL);
INSERT INTO chg VALUES(117697531336654975,'import',X'adb662063813222c','track','proef/2.1a/gemeente','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531336654976,'import',X'b312d9ee5f3401c9','track','proef/2.1a/jeugdhulp','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531336654977,'import',X'3d9733519a63b417','track','proef/2.1a/onderwijs','lead','Wijkteam','plan',NULL);
INSERT INTO chg VALUES(117697531340652544,'ext',X'ddc561d11028b788','meeting','m1','_live',1,'',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'045c7db0273efa8a','meeting','m1','agenda',NULL,'',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'04c5cc2fd4898ec0','meeting','m1','state',NULL,'',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'05a727b8f20cf94e','meeting','m1','starts','2025-11-27T14:00','',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'1508619f84d41daf','meeting','m1','board','proef','',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'abf97af68454aba3','meeting','m1','place',NULL,'',NULL);
INSERT INTO chg VALUES(117697531340652545,'ext',X'f29eb4423c2b9b9a','meeting','m1','body','Regiegroep','',NULL);
INSERT INTO chg VALUES(117697531340980224,'ext',X'368d52bfc4462420','note','n1','_live',1,'',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'6658c695dd980b89','note','n1','column_id','gemeente','',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'681c4a902d091d92','note','n1','at','2025-11-02','',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'8d92d594b561bf90','note','n1','text',replace('Twee regels:\n''en een aanhaling''','\n',char(10)),'',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'9926147f17a810cd','note','n1','action','1.1b','',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'e87d8f9582865dc1','note','n1','author','Sam','',NULL);
INSERT INTO chg VALUES(117697531340980225,'ext',X'eeda79a8523af235','note','n1','board','proef','',NULL);
INSERT INTO chg VALUES(117697531341176832,'ext',X'04b65ff3d2f0f484','track','proef/1.1b/gemeente','health','op koers','',NULL);
INSERT INTO chg VALUES(117697531341176832,'ext',X'8b6ed951db189072','track','proef/1.1b/gemeente','stage','toepassen','',NULL);
INSERT INTO chg VALUES(117697531341176832,'ext',X'c782e5c60bc2c8c5','track','proef/1.1b/gemeente','reported','2025-11-02','',NULL);
INSERT INTO chg VALUES(117697531341176833,'ext',X'063d24c9ae06c7ce','track','proef/1.1b/jeugdhulp','stage','toepassen','',NULL);
INSERT INTO chg VALUES(117697531341176833,'ext',X'4863e3dbfd975814','track','proef/1.1b/jeugdhulp','health','op koers','',NULL);
INSERT INTO chg VALUES(117697531341176833,'ext',X'7fad1ec4b7e07c35','track','proef/1.1b/jeugdhulp','reported','2025-11-02','',NULL);
CREATE TABLE board(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), title TEXT, wall TEXT, word TEXT, subtitle TEXT, region TEXT, period TEXT, source TEXT, row_kind TEXT, example TEXT, silent_days TEXT, rung_days TEXT, position TEXT);
INSERT INTO board VALUES('proef','Proef',NULL,NULL,NULL,NULL,NULL,NULL,'Ambitie',NULL,NULL,NULL,'0001');
CREATE TABLE board_column(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, column_id TEXT, title TEXT, wall TEXT, letter TEXT, position TEXT);
INSERT INTO board_column VALUES('proef/gemeente','proef','gemeente','Gemeente','Gemeente','G','0001');
INSERT INTO board_column VALUES('proef/jeugdhulp','proef','jeugdhulp','Jeugdhulp','Jeugdhulp','J','0002');
INSERT INTO board_column VALUES('proef/onderwijs','proef','onderwijs','Onderwijs','Onderwijs','O','0003');
CREATE TABLE ambition(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, code TEXT, title TEXT, wall TEXT, word TEXT, position TEXT);
INSERT INTO ambition VALUES('proef/1','proef','1','Ieder kind in beeld','Kind in/beeld','Kind','0001');
INSERT INTO ambition VALUES('proef/2','proef','2','Beter samenwerken','Samenwerken','Beter…','0002');
CREATE TABLE goal(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, ambition TEXT, code TEXT, title TEXT, brief TEXT, position TEXT);
INSERT INTO goal VALUES('proef/1.1','proef','1','1.1','Thuiszitters terugdringen','Thuiszitters terugdringen','0001');
INSERT INTO goal VALUES('proef/1.2','proef','1','1.2','Zorg in de school','Zorg in de school','0002');
INSERT INTO goal VALUES('proef/2.1','proef','2','2.1','Eén taal','Eén taal','0003');
CREATE TABLE stage(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, position TEXT);
INSERT INTO stage VALUES('proef/beleggen','proef','beleggen','0002');
INSERT INTO stage VALUES('proef/geborgd','proef','geborgd','0006');
INSERT INTO stage VALUES('proef/monitoren','proef','monitoren','0005');
INSERT INTO stage VALUES('proef/niet gestart','proef','niet gestart','0001');
INSERT INTO stage VALUES('proef/toepassen','proef','toepassen','0004');
INSERT INTO stage VALUES('proef/vertalen','proef','vertalen','0003');
CREATE TABLE rung(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, position TEXT);
CREATE TABLE rhythm(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, title TEXT, due TEXT, who TEXT, position TEXT);
CREATE TABLE organisation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, column_id TEXT, aka TEXT);
INSERT INTO organisation VALUES('proef/gemeente','proef','gemeente','gemeente','gemeente','gemeenten');
INSERT INTO organisation VALUES('proef/jeugdhulpaanbieders','proef','jeugdhulpaanbieders','aanbieders van jeugdhulp','jeugdhulp','jeugdhulpaanbieder|jeugdhulp|jh|aanbieders|zorgaanbieders|medewerkers jeugdhulp|jeugdhulporganisaties');
INSERT INTO organisation VALUES('proef/scholen','proef','scholen','scholen','onderwijs','school');
INSERT INTO organisation VALUES('proef/wijkteam','proef','wijkteam','wijkteam, de gemeentelijke toegang tot jeugdhulp','gemeente','wijkteams|buurtteam|buurtteams|toegang|gemeentelijke toegang|lokale toegang|lokale toegangen|team toegang');
CREATE TABLE abbreviation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, meaning TEXT);
INSERT INTO abbreviation VALUES('proef/p.m.','proef','p.m.','Pro memorie, het bedrag is nog niet ingevuld');
CREATE TABLE action(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, goal TEXT, code TEXT, title TEXT, brief TEXT, text TEXT, partners TEXT, funding TEXT, due TEXT, scope TEXT, refs TEXT, kind TEXT, position TEXT);
INSERT INTO "action" VALUES('proef/1.1a','proef','1.1','1.1a','Elke school meldt binnen vijf dagen','Elke school meldt…','Elke school meldt binnen vijf dagen','scholen','€ 5.000','2023',NULL,NULL,NULL,'0001');
INSERT INTO "action" VALUES('proef/1.1b','proef','1.1','1.1b','Een vast gezicht per gezin','Een vast gezicht per…','Een vast gezicht per gezin','wijkteam, gemeente','p.m.','najaar 2024',NULL,NULL,NULL,'0002');
INSERT INTO "action" VALUES('proef/1.2a','proef','1.2','1.2a','Jeugdhulp in het speciaal onderwijs kopen','Jeugdhulp in het…','Jeugdhulp in het speciaal onderwijs kopen','jeugdhulpaanbieders','xx','2025-2026',NULL,NULL,NULL,'0001');
INSERT INTO "action" VALUES('proef/2.1a','proef','2.1','2.1a','Afkortingen “zonder” omwegen','Afkortingen “zonder”…','Afkortingen “zonder” omwegen','alle partners',NULL,'elk half jaar',NULL,NULL,NULL,'0001');
CREATE TABLE track(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, stage TEXT, health TEXT, reason TEXT, lead TEXT, reported TEXT);
INSERT INTO track VALUES('proef/1.1a/onderwijs','proef','1.1a','onderwijs',NULL,NULL,NULL,'Leerplicht',NULL);
INSERT INTO track VALUES('proef/1.1b/gemeente','proef','1.1b','gemeente','toepassen','op koers',NULL,'Wijkteam','2025-11-02');
INSERT INTO track VALUES('proef/1.1b/jeugdhulp','proef','1.1b','jeugdhulp','toepassen','op koers',NULL,'Wijkteam','2025-11-02');
INSERT INTO track VALUES('proef/1.2a/jeugdhulp','proef','1.2a','jeugdhulp',NULL,NULL,NULL,'Aanbieders',NULL);
INSERT INTO track VALUES('proef/2.1a/gemeente','proef','2.1a','gemeente',NULL,NULL,NULL,'Wijkteam',NULL);
INSERT INTO track VALUES('proef/2.1a/jeugdhulp','proef','2.1a','jeugdhulp',NULL,NULL,NULL,'Wijkteam',NULL);
INSERT INTO track VALUES('proef/2.1a/onderwijs','proef','2.1a','onderwijs',NULL,NULL,NULL,'Wijkteam',NULL);
CREATE TABLE bottleneck(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, reason TEXT, since TEXT, rung TEXT, rung_since TEXT, asked TEXT, decide_by TEXT, ended TEXT, outcome TEXT);
CREATE TABLE meeting(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, body TEXT, starts TEXT, place TEXT, agenda TEXT, state TEXT);
INSERT INTO meeting VALUES('m1','proef','Regiegroep','2025-11-27T14:00',NULL,NULL,NULL);
CREATE TABLE decision(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, meeting TEXT, action TEXT, column_id TEXT, text TEXT, lead TEXT, due TEXT, state TEXT);
CREATE TABLE note(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, author TEXT, at TEXT, text TEXT);
INSERT INTO note VALUES('n1','proef','1.1b','gemeente','Sam','2025-11-02',replace('Twee regels:\n''en een aanhaling''','\n',char(10)));
CREATE TRIGGER abbreviation_ai AFTER INSERT ON abbreviation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'meaning',NEW."meaning");
END;
CREATE TRIGGER abbreviation_au AFTER UPDATE ON abbreviation WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'meaning',NEW."meaning" WHERE NEW."meaning" IS NOT OLD."meaning");
END;
CREATE TRIGGER abbreviation_ak AFTER UPDATE OF id ON abbreviation WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'abbreviation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'meaning',NEW."meaning");
END;
CREATE TRIGGER abbreviation_ad AFTER DELETE ON abbreviation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'abbreviation',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER action_ai AFTER INSERT ON action BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'goal',NEW."goal" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'partners',NEW."partners" UNION ALL SELECT 'funding',NEW."funding" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'scope',NEW."scope" UNION ALL SELECT 'refs',NEW."refs" UNION ALL SELECT 'kind',NEW."kind" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER action_au AFTER UPDATE ON action WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'goal',NEW."goal" WHERE NEW."goal" IS NOT OLD."goal" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'brief',NEW."brief" WHERE NEW."brief" IS NOT OLD."brief" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text" UNION ALL SELECT 'partners',NEW."partners" WHERE NEW."partners" IS NOT OLD."partners" UNION ALL SELECT 'funding',NEW."funding" WHERE NEW."funding" IS NOT OLD."funding" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'scope',NEW."scope" WHERE NEW."scope" IS NOT OLD."scope" UNION ALL SELECT 'refs',NEW."refs" WHERE NEW."refs" IS NOT OLD."refs" UNION ALL SELECT 'kind',NEW."kind" WHERE NEW."kind" IS NOT OLD."kind" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER action_ak AFTER UPDATE OF id ON action WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'action',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'goal',NEW."goal" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'partners',NEW."partners" UNION ALL SELECT 'funding',NEW."funding" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'scope',NEW."scope" UNION ALL SELECT 'refs',NEW."refs" UNION ALL SELECT 'kind',NEW."kind" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER action_ad AFTER DELETE ON action BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'action',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER ambition_ai AFTER INSERT ON ambition BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER ambition_au AFTER UPDATE ON ambition WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'word',NEW."word" WHERE NEW."word" IS NOT OLD."word" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER ambition_ak AFTER UPDATE OF id ON ambition WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'ambition',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER ambition_ad AFTER DELETE ON ambition BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'ambition',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER board_ai AFTER INSERT ON board BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'subtitle',NEW."subtitle" UNION ALL SELECT 'region',NEW."region" UNION ALL SELECT 'period',NEW."period" UNION ALL SELECT 'source',NEW."source" UNION ALL SELECT 'row_kind',NEW."row_kind" UNION ALL SELECT 'example',NEW."example" UNION ALL SELECT 'silent_days',NEW."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_au AFTER UPDATE ON board WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'word',NEW."word" WHERE NEW."word" IS NOT OLD."word" UNION ALL SELECT 'subtitle',NEW."subtitle" WHERE NEW."subtitle" IS NOT OLD."subtitle" UNION ALL SELECT 'region',NEW."region" WHERE NEW."region" IS NOT OLD."region" UNION ALL SELECT 'period',NEW."period" WHERE NEW."period" IS NOT OLD."period" UNION ALL SELECT 'source',NEW."source" WHERE NEW."source" IS NOT OLD."source" UNION ALL SELECT 'row_kind',NEW."row_kind" WHERE NEW."row_kind" IS NOT OLD."row_kind" UNION ALL SELECT 'example',NEW."example" WHERE NEW."example" IS NOT OLD."example" UNION ALL SELECT 'silent_days',NEW."silent_days" WHERE NEW."silent_days" IS NOT OLD."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" WHERE NEW."rung_days" IS NOT OLD."rung_days" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER board_ak AFTER UPDATE OF id ON board WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board',NEW.id,c,v,'',NULL FROM
    (SELECT 'title' c,NEW."title" v UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'word',NEW."word" UNION ALL SELECT 'subtitle',NEW."subtitle" UNION ALL SELECT 'region',NEW."region" UNION ALL SELECT 'period',NEW."period" UNION ALL SELECT 'source',NEW."source" UNION ALL SELECT 'row_kind',NEW."row_kind" UNION ALL SELECT 'example',NEW."example" UNION ALL SELECT 'silent_days',NEW."silent_days" UNION ALL SELECT 'rung_days',NEW."rung_days" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_ad AFTER DELETE ON board BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER board_column_ai AFTER INSERT ON board_column BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'letter',NEW."letter" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_column_au AFTER UPDATE ON board_column WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'wall',NEW."wall" WHERE NEW."wall" IS NOT OLD."wall" UNION ALL SELECT 'letter',NEW."letter" WHERE NEW."letter" IS NOT OLD."letter" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER board_column_ak AFTER UPDATE OF id ON board_column WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'board_column',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'wall',NEW."wall" UNION ALL SELECT 'letter',NEW."letter" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER board_column_ad AFTER DELETE ON board_column BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'board_column',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER bottleneck_ai AFTER INSERT ON bottleneck BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'since',NEW."since" UNION ALL SELECT 'rung',NEW."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" UNION ALL SELECT 'asked',NEW."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" UNION ALL SELECT 'ended',NEW."ended" UNION ALL SELECT 'outcome',NEW."outcome");
END;
CREATE TRIGGER bottleneck_au AFTER UPDATE ON bottleneck WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'reason',NEW."reason" WHERE NEW."reason" IS NOT OLD."reason" UNION ALL SELECT 'since',NEW."since" WHERE NEW."since" IS NOT OLD."since" UNION ALL SELECT 'rung',NEW."rung" WHERE NEW."rung" IS NOT OLD."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" WHERE NEW."rung_since" IS NOT OLD."rung_since" UNION ALL SELECT 'asked',NEW."asked" WHERE NEW."asked" IS NOT OLD."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" WHERE NEW."decide_by" IS NOT OLD."decide_by" UNION ALL SELECT 'ended',NEW."ended" WHERE NEW."ended" IS NOT OLD."ended" UNION ALL SELECT 'outcome',NEW."outcome" WHERE NEW."outcome" IS NOT OLD."outcome");
END;
CREATE TRIGGER bottleneck_ak AFTER UPDATE OF id ON bottleneck WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'bottleneck',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'since',NEW."since" UNION ALL SELECT 'rung',NEW."rung" UNION ALL SELECT 'rung_since',NEW."rung_since" UNION ALL SELECT 'asked',NEW."asked" UNION ALL SELECT 'decide_by',NEW."decide_by" UNION ALL SELECT 'ended',NEW."ended" UNION ALL SELECT 'outcome',NEW."outcome");
END;
CREATE TRIGGER bottleneck_ad AFTER DELETE ON bottleneck BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'bottleneck',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER decision_ai AFTER INSERT ON decision BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'meeting',NEW."meeting" UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER decision_au AFTER UPDATE ON decision WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'meeting',NEW."meeting" WHERE NEW."meeting" IS NOT OLD."meeting" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text" UNION ALL SELECT 'lead',NEW."lead" WHERE NEW."lead" IS NOT OLD."lead" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'state',NEW."state" WHERE NEW."state" IS NOT OLD."state");
END;
CREATE TRIGGER decision_ak AFTER UPDATE OF id ON decision WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'decision',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'meeting',NEW."meeting" UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'text',NEW."text" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER decision_ad AFTER DELETE ON decision BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'decision',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER goal_ai AFTER INSERT ON goal BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'ambition',NEW."ambition" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER goal_au AFTER UPDATE ON goal WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'ambition',NEW."ambition" WHERE NEW."ambition" IS NOT OLD."ambition" UNION ALL SELECT 'code',NEW."code" WHERE NEW."code" IS NOT OLD."code" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'brief',NEW."brief" WHERE NEW."brief" IS NOT OLD."brief" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER goal_ak AFTER UPDATE OF id ON goal WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'goal',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'ambition',NEW."ambition" UNION ALL SELECT 'code',NEW."code" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'brief',NEW."brief" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER goal_ad AFTER DELETE ON goal BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'goal',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER meeting_ai AFTER INSERT ON meeting BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'body',NEW."body" UNION ALL SELECT 'starts',NEW."starts" UNION ALL SELECT 'place',NEW."place" UNION ALL SELECT 'agenda',NEW."agenda" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER meeting_au AFTER UPDATE ON meeting WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'body',NEW."body" WHERE NEW."body" IS NOT OLD."body" UNION ALL SELECT 'starts',NEW."starts" WHERE NEW."starts" IS NOT OLD."starts" UNION ALL SELECT 'place',NEW."place" WHERE NEW."place" IS NOT OLD."place" UNION ALL SELECT 'agenda',NEW."agenda" WHERE NEW."agenda" IS NOT OLD."agenda" UNION ALL SELECT 'state',NEW."state" WHERE NEW."state" IS NOT OLD."state");
END;
CREATE TRIGGER meeting_ak AFTER UPDATE OF id ON meeting WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'meeting',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'body',NEW."body" UNION ALL SELECT 'starts',NEW."starts" UNION ALL SELECT 'place',NEW."place" UNION ALL SELECT 'agenda',NEW."agenda" UNION ALL SELECT 'state',NEW."state");
END;
CREATE TRIGGER meeting_ad AFTER DELETE ON meeting BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'meeting',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER note_ai AFTER INSERT ON note BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'author',NEW."author" UNION ALL SELECT 'at',NEW."at" UNION ALL SELECT 'text',NEW."text");
END;
CREATE TRIGGER note_au AFTER UPDATE ON note WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'author',NEW."author" WHERE NEW."author" IS NOT OLD."author" UNION ALL SELECT 'at',NEW."at" WHERE NEW."at" IS NOT OLD."at" UNION ALL SELECT 'text',NEW."text" WHERE NEW."text" IS NOT OLD."text");
END;
CREATE TRIGGER note_ak AFTER UPDATE OF id ON note WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'note',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'author',NEW."author" UNION ALL SELECT 'at',NEW."at" UNION ALL SELECT 'text',NEW."text");
END;
CREATE TRIGGER note_ad AFTER DELETE ON note BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'note',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER organisation_ai AFTER INSERT ON organisation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'aka',NEW."aka");
END;
CREATE TRIGGER organisation_au AFTER UPDATE ON organisation WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'aka',NEW."aka" WHERE NEW."aka" IS NOT OLD."aka");
END;
CREATE TRIGGER organisation_ak AFTER UPDATE OF id ON organisation WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'organisation',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'aka',NEW."aka");
END;
CREATE TRIGGER organisation_ad AFTER DELETE ON organisation BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'organisation',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER rhythm_ai AFTER INSERT ON rhythm BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'who',NEW."who" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rhythm_au AFTER UPDATE ON rhythm WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'due',NEW."due" WHERE NEW."due" IS NOT OLD."due" UNION ALL SELECT 'who',NEW."who" WHERE NEW."who" IS NOT OLD."who" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER rhythm_ak AFTER UPDATE OF id ON rhythm WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rhythm',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'due',NEW."due" UNION ALL SELECT 'who',NEW."who" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rhythm_ad AFTER DELETE ON rhythm BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rhythm',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER rung_ai AFTER INSERT ON rung BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rung_au AFTER UPDATE ON rung WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'title',NEW."title" WHERE NEW."title" IS NOT OLD."title" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER rung_ak AFTER UPDATE OF id ON rung WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'rung',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'title',NEW."title" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER rung_ad AFTER DELETE ON rung BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'rung',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER stage_ai AFTER INSERT ON stage BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER stage_au AFTER UPDATE ON stage WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'name',NEW."name" WHERE NEW."name" IS NOT OLD."name" UNION ALL SELECT 'position',NEW."position" WHERE NEW."position" IS NOT OLD."position");
END;
CREATE TRIGGER stage_ak AFTER UPDATE OF id ON stage WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'stage',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'name',NEW."name" UNION ALL SELECT 'position',NEW."position");
END;
CREATE TRIGGER stage_ad AFTER DELETE ON stage BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'stage',OLD.id,'_live',0,'',NULL;
END;
CREATE TRIGGER track_ai AFTER INSERT ON track BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'stage',NEW."stage" UNION ALL SELECT 'health',NEW."health" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'reported',NEW."reported");
END;
CREATE TRIGGER track_au AFTER UPDATE ON track WHEN NEW.id IS OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v WHERE NEW."board" IS NOT OLD."board" UNION ALL SELECT 'action',NEW."action" WHERE NEW."action" IS NOT OLD."action" UNION ALL SELECT 'column_id',NEW."column_id" WHERE NEW."column_id" IS NOT OLD."column_id" UNION ALL SELECT 'stage',NEW."stage" WHERE NEW."stage" IS NOT OLD."stage" UNION ALL SELECT 'health',NEW."health" WHERE NEW."health" IS NOT OLD."health" UNION ALL SELECT 'reason',NEW."reason" WHERE NEW."reason" IS NOT OLD."reason" UNION ALL SELECT 'lead',NEW."lead" WHERE NEW."lead" IS NOT OLD."lead" UNION ALL SELECT 'reported',NEW."reported" WHERE NEW."reported" IS NOT OLD."reported");
END;
CREATE TRIGGER track_ak AFTER UPDATE OF id ON track WHEN NEW.id IS NOT OLD.id BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',OLD.id,'_live',0,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,'_live',1,'',NULL;
  INSERT INTO chg SELECT (SELECT max(hlc) FROM chg)+1,'ext',randomblob(8),'track',NEW.id,c,v,'',NULL FROM
    (SELECT 'board' c,NEW."board" v UNION ALL SELECT 'action',NEW."action" UNION ALL SELECT 'column_id',NEW."column_id" UNION ALL SELECT 'stage',NEW."stage" UNION ALL SELECT 'health',NEW."health" UNION ALL SELECT 'reason',NEW."reason" UNION ALL SELECT 'lead',NEW."lead" UNION ALL SELECT 'reported',NEW."reported");
END;
CREATE TRIGGER track_ad AFTER DELETE ON track BEGIN
  INSERT INTO chg SELECT max(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0)),'ext',randomblob(8),'track',OLD.id,'_live',0,'',NULL;
END;
COMMIT;
