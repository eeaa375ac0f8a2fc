/** The door that small sensors speak MQTT through: this service is a client of their broker. */
@NullMarked
package hongyan.service.mqtt;

import org.jspecify.annotations.NullMarked;
