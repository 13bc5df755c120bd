/**
 * Given names common in the county, among them those of people who came later. Before a capitalised
 * word they make a full name likely ("Petra Schulze"); alone they say too little.
 */
const list = `
Alexander Ali Amir Andrea Andreas Angela Angelika Anja Anke Anna Anne Annegret Annett Antje Anton Astrid Axel Ayse
Barbara Bärbel Beate Ben Bernd Bernhard Bettina Birgit Björn Brigitte Carla Carola Carsten Cathrin Christa Christian
Christiane Christina Christine Christoph Claudia Cornelia Dagmar Daniel Daniela David Denis Denise Dennis Detlef
Diana Dieter Dietmar Dirk Doreen Doris Edith Elena Elisabeth Elke Emil Emma Erika Ernst Eva Evelyn Fabian Fatima
Felix Finn Florian Frank Franziska Friedrich Fritz Gabriele Gerd Gerda Gerhard Gisela Gudrun Guido Günter Günther
Hanna Hannah Hannelore Hans Harald Hartmut Hassan Heidi Heike Heiko Heinz Helga Helmut Henry Herbert Hildegard Holger
Horst Ilona Ina Ines Inge Ingeborg Ingo Ingrid Irina Iryna Iris Jan Jana Janine Jens Joachim Johann Johannes Jonas
Jörg Josef Julia Julian Jürgen Jutta Kai Karin Karl Karla Karsten Katharina Kathleen Kathrin Katja Katrin Kerstin
Khaled Kevin Klaus Konrad Kristin Kurt Lars Laura Lea Lena Leon Leonie Lisa Lothar Luca Lukas Lutz Manfred Mandy
Manuela Marcel Marco Marcus Mareike Maria Marie Mario Marion Markus Marlies Martin Martina Mathias Matthias Maik
Maria Max Maximilian Mehmet Melanie Mia Michael Michaela Mike Mohamed Mohammad Mohammed Monika Moritz Mustafa Nadine
Nadja Natalia Nicole Nina Noah Norbert Oksana Olaf Olena Olga Oliver Omar Oskar Paul Paula Peggy Peter Petra Philipp
Rainer Ralf Ramona Regina Reinhard Renate René Ricardo Rico Rita Robert Roland Rolf Romy Ronny Rosemarie Rudolf Ruth
Sabine Sabrina Sandra Sara Sarah Sebastian Siegfried Sigrid Silke Silvia Simon Simone Sophie Stefan Stefanie Steffen
Stephan Susann Susanne Sven Svetlana Sybille Sylvia Tanja Thomas Thorsten Tim Tina Tobias Tom Torsten Udo Ulrich
Ulrike Ursula Ute Uwe Vera Viktor Volker Walter Werner Wilhelm Wolfgang Yasmin Yusuf Yvonne`;

export const givenNames: ReadonlySet<string> = new Set(list.split(/\s+/).filter(Boolean));
